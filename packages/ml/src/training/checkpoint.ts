import * as tf from '@tensorflow/tfjs';
import type { TensorSpec } from '../architectures/architecture.ts';
import { decodeSafetensors } from '../checkpoints/decode-safetensors.ts';
import { encodeSafetensors } from '../checkpoints/encode-safetensors.ts';
import type { TensorArray, TensorData } from '../checkpoints/tensor-data.ts';
import { badInput } from '../errors/domain-error.ts';
import type { Weights } from '../networks/pass.ts';
import type { TrainingState } from './training-step.ts';

/** A training in the middle: all that its next step begins with, so that it goes on to the same numbers. */
export interface TrainingCheckpoint {
  state: TrainingState;
  /** Of the steps done, one each. */
  losses: readonly number[];
  /** That those steps took. */
  seconds: number;
}

/** What a training must be for a checkpoint to be its own, in the caller's words. */
export type TrainingIdentity = Readonly<Record<string, string>>;

/** A safetensors file, for ourselves alone: tensors lie as TensorFlow.js has them. */
export async function encodeCheckpoint(
  { state, losses, seconds }: TrainingCheckpoint,
  identity: TrainingIdentity,
): Promise<Uint8Array> {
  const tensors = new Map<string, TensorData>();
  for (const part of ['weights', 'velocities'] as const) {
    for (const [name, tensor] of Object.entries(state[part])) {
      const data = (await tensor.data()) as Float32Array;
      tensors.set(`${part}/${name}`, { dtype: 'F32', shape: tensor.shape, data });
    }
  }
  tensors.set('losses', { dtype: 'F64', shape: [losses.length], data: Float64Array.from(losses) });
  return encodeSafetensors(tensors, { ...identity, seconds: String(seconds) });
}

/**
 * The checkpoint, as tensors of the caller's; undefined where it is another training's.
 * @throws DomainError BAD_INPUT if the file is broken or a tensor isn't as the network's specs say
 */
export function decodeCheckpoint(
  file: Uint8Array,
  specs: readonly TensorSpec[],
  identity: TrainingIdentity,
): TrainingCheckpoint | undefined {
  const { tensors, metadata } = decodeSafetensors(file);
  const isOwn = Object.entries(identity).every(([key, value]) => metadata[key] === value);
  if (!isOwn) return undefined;
  const read = (part: keyof TrainingState, names: readonly TensorSpec[]): Weights =>
    Object.fromEntries(
      names.map(({ name, shape }) => [
        name,
        tf.tensor(valuesOf(tensors, `${part}/${name}`, shape), [...shape]),
      ]),
    );
  const losses = tensors.get('losses');
  if (!(losses?.data instanceof Float64Array)) throw badInput('The checkpoint has no losses.');
  const learned = specs.filter(({ role }) => role !== 'mean' && role !== 'variance');
  return {
    state: tf.tidy(() => ({ weights: read('weights', specs), velocities: read('velocities', learned) })),
    losses: [...losses.data],
    seconds: Number(metadata.seconds),
  };
}

function valuesOf(
  tensors: ReadonlyMap<string, TensorData>,
  name: string,
  shape: readonly number[],
): Float32Array {
  const found = tensors.get(name);
  const data: TensorArray | undefined = found?.data;
  if (data instanceof Float32Array && `${found!.shape}` === `${shape}`) return data;
  throw badInput(
    `The checkpoint's tensor "${name}" is ${found ? `${found.dtype} [${found.shape}]` : 'missing'}; F32 [${shape}] was wanted.`,
  );
}
