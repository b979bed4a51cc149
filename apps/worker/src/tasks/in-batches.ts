import { DomainError, formatNeuronRef, type Visualization } from '@kindred/core';

/** Pictures that are optimised together. */
const batchSize = 8;

/**
 * Pictures in the batches that they are optimised in: of one layer, preset, seed and objective; those that are to differ from
 * each other in one of their own, all of them.
 */
export function inBatches<Wish extends Visualization>(wished: readonly Wish[]): Wish[][] {
  const batches: Wish[][] = [];
  for (const one of wished) {
    const last = batches.at(-1);
    if (last && last.length < batchSize && likenessOf(last[0]!) === likenessOf(one)) last.push(one);
    else batches.push([one]);
  }
  batches.forEach(requireWhole);
  return batches;
}

function likenessOf({ layer, channel, preset, seed, objective }: Visualization): string {
  const { diversity, ...rest } = objective;
  const group = diversity && [channel, diversity.of, diversity.weight];
  return JSON.stringify([layer, preset, seed, rest, group]);
}

/** A picture depends on all that it is to differ from. */
function requireWhole(batch: readonly Visualization[]): void {
  const { objective, ...neuron } = batch[0]!;
  const of = objective.diversity?.of ?? batch.length;
  if (batch.length === of) return;
  throw new DomainError(
    'CONFLICT',
    `Of ${of} pictures of ${formatNeuronRef(neuron)} that are to differ ${batch.length} came: ask for all of them again.`,
  );
}
