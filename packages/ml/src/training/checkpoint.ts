import * as tf from '@tensorflow/tfjs';
import type { TensorSpec } from '../architectures/architecture.ts';
import { decodeSafetensors } from '../checkpoints/decode-safetensors.ts';
import { encodeSafetensors } from '../checkpoints/encode-safetensors.ts';
import { sizeOf, type TensorArray, type TensorData } from '../checkpoints/tensor-data.ts';
import { badInput } from '../errors/domain-error.ts';
import type { Weights } from '../networks/pass.ts';
import type { TrainingMoment } from './training-moment.ts';
import type { TrainingState } from './training-step.ts';

/** A training in the middle: all that its next step begins with, so that it goes on to the same numbers. */
export interface TrainingCheckpoint extends TrainingMoment {
  /** Of the steps done, one each. */
  losses: readonly number[];
  /** That those steps took. */
  seconds: number;
}

/** What a training must be for a checkpoint to be its own, in the caller's words. */
export type TrainingIdentity = Readonly<Record<string, string>>;

/** A safetensors file, for ourselves alone: tensors lie as TensorFlow.js has them. */
export async function encodeCheckpoint(
  { state, mask = {}, anchor = {}, losses, seconds }: TrainingCheckpoint,
  identity: TrainingIdentity,
): Promise<Uint8Array> {
  const tensors = new Map<string, TensorData>();
  for (const [part, own] of Object.entries({ ...state, anchor })) {
    for (const [name, tensor] of Object.entries(own)) {
      const data = (await tensor.data()) as Float32Array;
      tensors.set(`${part}/${name}`, { dtype: 'F32', shape: tensor.shape, data });
    }
  }
  for (const [name, data] of Object.entries(mask))
    tensors.set(`mask/${name}`, { dtype: 'U8', shape: [data.length], data });
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
  const read = (part: keyof TrainingState | 'anchor', names: readonly TensorSpec[]): Weights =>
    Object.fromEntries(
      names.map(({ name, shape }) => [
        name,
        tf.tensor(valuesOf(tensors, `${part}/${name}`, 'F32', shape) as Float32Array, [...shape]),
      ]),
    );
  const losses = tensors.get('losses');
  if (!(losses?.data instanceof Float64Array)) throw badInput('The checkpoint has no losses.');
  const learned = specs.filter(({ role }) => role !== 'mean' && role !== 'variance');
  const masked = specs.filter(({ name }) => tensors.has(`mask/${name}`));
  const mask = masked.map(({ name, shape }) => {
    const bits = valuesOf(tensors, `mask/${name}`, 'U8', [sizeOf(shape)]);
    return [name, bits as Uint8Array] as const;
  });
  const isAnchored = specs.some(({ name }) => tensors.has(`anchor/${name}`));
  return {
    ...tf.tidy(() => ({
      state: { weights: read('weights', specs), velocities: read('velocities', learned) },
      ...(isAnchored && { anchor: read('anchor', specs) }),
    })),
    ...(masked.length > 0 && { mask: Object.fromEntries(mask) }),
    losses: [...losses.data],
    seconds: Number(metadata.seconds),
  };
}

function valuesOf(
  tensors: ReadonlyMap<string, TensorData>,
  name: string,
  dtype: 'F32' | 'U8',
  shape: readonly number[],
): TensorArray {
  const found = tensors.get(name);
  if (found?.dtype === dtype && `${found.shape}` === `${shape}`) return found.data;
  throw badInput(
    `The checkpoint's tensor "${name}" is ${found ? `${found.dtype} [${found.shape}]` : 'missing'}; ${dtype} [${shape}] was wanted.`,
  );
}
