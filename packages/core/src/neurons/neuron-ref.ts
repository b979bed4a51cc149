import { DomainError } from '../errors/domain-error.ts';

/** A neuron's address: a channel of a layer, shared by every model of an architecture. */
export interface NeuronRef {
  layer: string;
  /** From 0. */
  channel: number;
}

const address = /^([a-z0-9_.]+):(0|[1-9][0-9]{0,6})$/i;

/** Reads `stage2.block0:17`. Throws BAD_INPUT for anything that isn't `layer:channel`. */
export function parseNeuronRef(text: string): NeuronRef {
  const match = address.exec(text);
  if (!match) {
    throw new DomainError(
      'BAD_INPUT',
      `"${text.slice(0, 80)}" is not a neuron: write layer:channel, for example "stage2.block0:17".`,
    );
  }
  return { layer: match[1]!, channel: Number(match[2]) };
}

export function formatNeuronRef({ layer, channel }: NeuronRef): string {
  return `${layer}:${channel}`;
}
