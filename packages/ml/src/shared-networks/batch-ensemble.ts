import * as tf from '@tensorflow/tfjs';
import type { Architecture, TensorSpec } from '../architectures/architecture.ts';
import { badInput } from '../errors/domain-error.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import { convolve, type Pass } from '../networks/pass.ts';
import { withoutLayers } from './without-layers.ts';

/**
 * BatchEnsemble (Wen et al., 2020): each weight is one that all members share, times a matrix of rank one of each member's own,
 * W ∘ (α·γᵀ). α scales what goes into a layer and γ what comes out, by channel; the classifier has a bias β a member. Norms
 * are shared, and convolutions have no bias. The fast weights α and γ start as signs and learn at half the rate, without decay.
 * @param members 4 in the paper
 */
export function batchEnsemble(base: Architecture, members: number): Architecture {
  return {
    name: `${base.name}-batch-ensemble-${members}`,
    description: `${members} members that share the weights of one ${base.name}, but for two vectors a layer.`,
    layers: [],
    sharing: { members, inputs: 'same', repetitions: 1, loss: 'mean' },
    learning: (tensor) => (/\.(alpha|gamma)$/.test(tensor) ? { rate: 0.5, decay: 0 } : undefined),
    tensors(shape) {
      const specs = base.tensors(shape);
      requireNoBiases(base, specs);
      return specs.flatMap((spec) => [spec, ...fastWeights(spec, members)]);
    },
    forward: withoutLayers((pass, images) => {
      const [batch] = images.shape;
      const forAll = tf.tile(images, [members, 1, 1, 1]);
      const logits = computeLogits(base, memberPass(pass, members), forAll);
      const classes = logits.shape[1];
      const ofMembers = tf.transpose(tf.reshape(logits, [members, batch, classes]), [1, 0, 2]);
      return tf.reshape(ofMembers, [batch, members * classes]);
    }),
  };
}

function requireNoBiases({ name }: Architecture, specs: readonly TensorSpec[]): void {
  const names = new Set(specs.map((spec) => spec.name));
  const biased = specs.find(
    (spec) => spec.role === 'convolution' && names.has(spec.name.replace(/weight$/, 'bias')),
  );
  if (!biased) return;
  throw badInput(`${name} can't be a BatchEnsemble: its convolution "${biased.name}" has a bias.`);
}

function fastWeights({ name, role, shape }: TensorSpec, members: number): TensorSpec[] {
  if (role !== 'convolution' && role !== 'linear') return [];
  const layer = name.replace(/\.weight$/, '');
  const [channelsIn, channelsOut] = shape.slice(-2) as [number, number];
  const ofMembers = (vector: string, vectorRole: 'sign' | 'bias', channels: number): TensorSpec => ({
    name: `${layer}.${vector}`,
    role: vectorRole,
    shape: [members, channels],
    prunable: false,
  });
  return [
    ofMembers('alpha', 'sign', channelsIn),
    ofMembers('gamma', 'sign', channelsOut),
    ...(role === 'linear' ? [ofMembers('beta', 'bias', channelsOut)] : []),
  ];
}

/**
 * Passes the images of all members at once, those of the first member first, so that norms see them together. A convolution is one
 * of each member's own weights: scaling these costs less than scaling pictures.
 */
function memberPass(pass: Pass, members: number): Pass {
  const row = (name: string, member: number) => tf.slice(pass.tensor(name), [member, 0], [1, -1]);
  const scaled = (x: tf.Tensor2D, name: string) => ofMembers(tf.mul, x, pass.tensor(name), members);
  const convolveAll: Pass['convolve'] = (x, name, geometry) => {
    const parts = (tf.split(x, members) as tf.Tensor4D[]).map((part, member) => {
      const rankOne = tf.matMul(row(`${name}.alpha`, member), row(`${name}.gamma`, member), true);
      return convolve(part, tf.mul(pass.tensor(`${name}.weight`), rankOne) as tf.Tensor4D, geometry);
    });
    return tf.concat(parts, 0);
  };
  return {
    ...pass,
    convolve: convolveAll,
    convolveAndNormalize: (x, convolution, norm, stride, epsilon) =>
      pass.normalize(convolveAll(x, convolution, stride === undefined ? {} : { stride }), norm, epsilon),
    linear(x, name) {
      const y = scaled(pass.linear(scaled(x, `${name}.alpha`), name), `${name}.gamma`);
      return ofMembers(tf.add, y, pass.tensor(`${name}.beta`), members);
    },
  };
}

/** Applies an operation to each member's part of x, [members · batch, channels], and its row of [members, channels]. */
function ofMembers(
  operation: (a: tf.Tensor, b: tf.Tensor) => tf.Tensor,
  x: tf.Tensor2D,
  vectors: tf.Tensor,
  members: number,
): tf.Tensor2D {
  const [rows, channels] = x.shape;
  const parts = tf.reshape(x, [members, rows / members, channels]);
  return tf.reshape(operation(parts, tf.reshape(vectors, [members, 1, channels])), x.shape);
}
