import type { Database } from '../database/database.ts';
import type { NeuronRef } from './neuron-ref.ts';

/** Throws BAD_INPUT, naming what there is, unless the architecture has this neuron. */
export async function checkNeuron(db: Database, architecture: string, ref: NeuronRef): Promise<void> {
  throw new Error(`${db} ${architecture} ${ref}`);
}
