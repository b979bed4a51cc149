import { findLayers } from '../architectures/find-layers.ts';
import type { Layer } from '../architectures/layer.entity.ts';
import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { formatNeuronRef, type NeuronRef } from './neuron-ref.ts';

/** Throws BAD_INPUT, naming what there is, unless the architecture has this neuron. */
export async function checkNeuron(db: Database, architecture: string, ref: NeuronRef): Promise<void> {
  checkNeuronIn(await findLayers(db, architecture), architecture, ref);
}

/** The same for layers at hand. */
export function checkNeuronIn(layers: readonly Layer[], architecture: string, ref: NeuronRef): void {
  const layer = layers.find(({ name }) => name === ref.layer);
  const address = formatNeuronRef(ref);
  if (!layer) {
    const known = layers.map(({ name }) => name).join(', ');
    throw new DomainError(
      'BAD_INPUT',
      `Unknown neuron "${address}": the layers of ${architecture} are ${known}.`,
    );
  }
  if (!Number.isInteger(ref.channel) || ref.channel < 0 || ref.channel >= layer.channels) {
    throw new DomainError(
      'BAD_INPUT',
      `Unknown neuron "${address}": ${layer.name} has ${layer.channels} channels (0–${layer.channels - 1}).`,
    );
  }
}
