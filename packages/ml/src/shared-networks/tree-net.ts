import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import type { Leaf } from '../compiler/tensor-tree.ts';
import { trace } from '../compiler/trace/trace.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import type { Pass, Weights } from '../networks/pass.ts';
import { withoutLayers } from './without-layers.ts';

/**
 * TreeNet (Lee et al., 2015): members that share the first half of a network's layers and have a branch each behind them, trained
 * on the sum of their losses.
 * @param members 3 in the paper
 */
export function treeNet(base: Architecture, members: number): Architecture {
  const trunk = namesInTrunk(base, Math.floor(base.layers.length / 2));
  const isInTrunk = (tensor: string) => trunk.has(tensor.slice(0, tensor.lastIndexOf('.')));
  return {
    name: `${base.name}-treenet-${members}`,
    description: `${members} branches of ${base.name} on one trunk, the first half of its layers.`,
    layers: [],
    sharing: { members, inputs: 'same', repetitions: 1, loss: 'sum' },
    tensors: (shape) => {
      const specs = base.tensors(shape);
      const branches = Array.from({ length: members }, (_, member) =>
        specs
          .filter(({ name }) => !isInTrunk(name))
          .map((spec) => ({ ...spec, name: inBranch(member, spec.name) })),
      );
      return [...specs.filter(({ name }) => isInTrunk(name)), ...branches.flat()];
    },
    forward: withoutLayers((pass, images) => {
      const known = new Map<string, tf.Tensor>();
      const logits = Array.from({ length: members }, (_, member) =>
        computeLogits(base, branchPass(pass, member, trunk, known), images),
      );
      return tf.concat(logits, 1);
    }),
  };
}

const inBranch = (member: number, name: string) => `branch${member}.${name}`;

/**
 * A pass through the trunk and one branch. What the trunk computes is kept in `known`, so that the next branch finds it there, and
 * the gradients of all branches meet where they should.
 */
function branchPass(
  pass: Pass,
  member: number,
  trunk: ReadonlySet<string>,
  known: Map<string, tf.Tensor>,
): Pass {
  function layer<T extends tf.Tensor>(name: string, compute: (name: string) => T): T {
    if (!trunk.has(name)) return compute(inBranch(member, name));
    const value = (known.get(name) as T | undefined) ?? compute(name);
    known.set(name, value);
    return value;
  }
  return {
    convolve: (x, name, geometry) => layer(name, (own) => pass.convolve(x, own, geometry)),
    convolveAndNormalize: (x, convolution, norm, ...rest) =>
      layer(convolution, (own) =>
        pass.convolveAndNormalize(x, own, trunk.has(norm) ? norm : inBranch(member, norm), ...rest),
      ),
    normalize: (x, norm, epsilon) => layer(norm, (own) => pass.normalize(x, own, epsilon)),
    dropout: (x) => x,
    linear: (x, name) => layer(name, (own) => pass.linear(x, own)),
    tensor: (name) => pass.tensor(name),
  };
}

/** What a pass calls in the first layers, found by tracing them: no number is computed. */
function namesInTrunk(base: Architecture, layers: number): ReadonlySet<string> {
  const names = new Set<string>();
  const { classes = 2 } = base;
  const specs = base.tensors({ channels: 3, classes });
  const float = (shape: readonly number[]): Leaf => ({ shape: [...shape], dtype: 'float32' });
  const weights = Object.fromEntries(specs.map(({ name, shape }) => [name, float(shape)]));
  trace(
    (inputs: { weights: Weights; images: tf.Tensor4D }) => {
      const forward = base.forward(recording(inferencePass(inputs.weights), names), inputs.images);
      return Array.from({ length: layers }, () => forward.next().value);
    },
    { weights, images: float([1, 32, 32, 3]) },
  );
  return names;
}

function recording(pass: Pass, names: Set<string>): Pass {
  return {
    ...pass,
    convolve(x, name, geometry) {
      names.add(name);
      return pass.convolve(x, name, geometry);
    },
    convolveAndNormalize(x, convolution, norm, stride, epsilon) {
      names.add(convolution).add(norm);
      return pass.convolveAndNormalize(x, convolution, norm, stride, epsilon);
    },
    normalize(x, norm, epsilon) {
      names.add(norm);
      return pass.normalize(x, norm, epsilon);
    },
  };
}
