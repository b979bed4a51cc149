import { parseNeuronRef, type Visualization } from '@kindred/core';
import type { Objective, Term } from '@kindred/ml';

/** What a picture's row asks for, as terms. */
export function toObjective({ layer, channel, objective }: Visualization): Objective {
  const { sign, at, with: beside = [], diversity } = objective;
  const factor = sign === 'minimise' ? -1 : 1;
  const first: Term = { layer, channel, weight: factor, ...(at && { at }) };
  const others = beside.map(
    ({ neuron, weight, at }): Term => ({
      ...parseNeuronRef(neuron),
      weight: factor * weight,
      ...(at && { at }),
    }),
  );
  return { terms: [first, ...others], ...(diversity && { index: diversity.index }) };
}
