import * as tf from '@tensorflow/tfjs';
import type { Architecture, NetworkShape, TensorSpec } from '../src/architectures/architecture.ts';
import { knownArchitectures } from '../src/architectures/registry.ts';
import { decodeSafetensors } from '../src/checkpoints/decode-safetensors.ts';
import { badInput } from '../src/errors/domain-error.ts';
import type { Weights } from '../src/networks/pass.ts';
import { decodeWeights } from '../src/networks/weights-file.ts';
import type { FixtureFolder } from './fixture-folder.ts';
import { NotYet } from './line.ts';
import { type Preprocess, parsePreprocess } from './preprocess.ts';

/** A trained network as its file describes it. */
export interface Net {
  architecture: Architecture;
  shape: NetworkShape;
  specs: readonly TensorSpec[];
  /** New at every call: whoever calls disposes of them. */
  weights(): Weights;
  preprocess: Preprocess;
}

/** PyTorch's names of the layer whose outputs are the classes. */
const classifiers = ['linear', 'fc', 'conv10'];

/** @throws NotYet where no folder has the net's file, or its architecture isn't built */
export function openNet(folder: FixtureFolder, name: unknown): Net {
  if (typeof name !== 'string') throw badInput(`A net must be named; ${JSON.stringify(name)} came.`);
  const file = folder.material(`${name}.safetensors`);
  if (!file) throw new NotYet(`${name}.safetensors is in none of the folders of models that were given`);
  const { tensors, metadata } = decodeSafetensors(file);
  const { architecture: wanted = '', preprocess = '' } = metadata;
  const architecture = knownArchitectures.get(wanted);
  if (!architecture) throw new NotYet(`the architecture "${wanted}" is not built yet`);
  const channels = tensors.get('conv1.weight')?.shape[1];
  const classes = classifiers.map((name) => tensors.get(`${name}.weight`)?.shape[0]).find(Boolean);
  if (!channels || !classes)
    throw badInput(`${name} lacks conv1.weight or its classifier's, ${classifiers.join(', ')}.`);
  const shape = { channels, classes };
  const specs = architecture.tensors(shape);
  return {
    architecture,
    shape,
    specs,
    weights: () => decodeWeights(file, specs),
    preprocess: parsePreprocess(preprocess),
  };
}

/**
 * The net as one that takes pictures of red, green and blue in [0, 1]: the first convolution takes over the channels' order
 * and their scale. Whoever asks disposes of the weights.
 */
export function takingPictures({ weights, preprocess: { order, divisor, mean, std } }: Net): {
  weights: Weights;
  data: { channels: number; mean: number[]; std: number[] };
} {
  const means = mean.map((value) => (value * divisor) / 255);
  const scales = std.map((value) => 255 / (divisor * value));
  const { 'conv1.weight': first, ...rest } = weights();
  const scaled = tf.tidy(() => {
    const filter = tf.mul(first!, tf.reshape(tf.tensor1d(scales), [1, 1, 3, 1]));
    return order === 'bgr' ? tf.reverse(filter, 2) : filter;
  });
  first!.dispose();
  return {
    weights: { ...rest, 'conv1.weight': scaled },
    data: { channels: 3, mean: order === 'bgr' ? means.reverse() : means, std: [1, 1, 1] },
  };
}
