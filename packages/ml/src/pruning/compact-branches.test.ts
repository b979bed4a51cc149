import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import { initializeWeights } from '../networks/initialize.ts';
import { disposeWeights } from '../networks/pass.ts';
import { readArrays } from '../networks/read-arrays.ts';
import { tensorsOf } from '../networks/weight-values.ts';
import { createRandom } from '../random/random.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { compactNetwork } from './compact-network.ts';
import { drawMasks } from './draw-masks.ts';
import type { NamedArrays } from './named-arrays.ts';
import { antiRandomHalves } from './pruning-method.ts';

beforeAll(() => startRuntime('cpu'));

const side = 64;

it.each([
  ['squeezenet1_0', 1000, 9, 'the squeezes, and conv1, which fire2 reads alone'],
  ['googlenet', 10, 21, 'the bottlenecks and the three convolutions before the modules'],
  ['inceptionv1', 10, 19, 'the bottlenecks and conv2d1, between which no responses are normalised'],
])('%s of %i classes keeps its logits where %i layers are narrowed: %s', async (name, classes, narrowed) => {
  const { tensors, wiring, ...architecture } = findArchitecture(name);
  const specs = tensors({ channels: 3, classes });
  const [half] = drawMasks(specs, { ...antiRandomHalves, granularity: 'structured' }, { seed: 1, family: 0 });
  const random = createRandom(1, 'compact');
  const initial = initializeWeights(specs, 1);
  const arrays: Record<string, Float32Array> = { ...(await readArrays(initial)) };
  disposeWeights(initial);
  // Constants of pruned filters have to arrive: shifts and biases that aren't zero, variances that the epsilon tells in.
  for (const { name, role } of specs) {
    if (role === 'shift' || role === 'bias') arrays[name] = arrays[name]!.map(() => random.uniform() - 0.3);
    if (role === 'variance') arrays[name] = arrays[name]!.map(() => 1e-3 + 1e-3 * random.uniform());
    if (role === 'mean') arrays[name] = arrays[name]!.map(() => 0.05 * random.normal());
  }
  const masked = Object.fromEntries(
    Object.entries(arrays).map(([name, values]) => [
      name,
      values.map((value, index) => value * (half![name]?.[index] ?? 1)),
    ]),
  );
  const compact = compactNetwork(specs, arrays, half!, wiring!(specs));
  expect(Object.keys(compact.layers)).toHaveLength(narrowed);
  const images = tf.tensor4d(
    Float32Array.from({ length: side * side * 3 }, () => random.normal()),
    [1, side, side, 3],
  );
  const logitsOf = (values: NamedArrays, specs: typeof compact.specs) =>
    tf.tidy(() => {
      const weights = tensorsOf(
        specs.map((spec) => values[spec.name]!),
        specs,
      );
      return computeLogits({ tensors, ...architecture }, inferencePass(weights), images).dataSync();
    });
  const before = logitsOf(masked, specs);
  const after = logitsOf(compact.weights, compact.specs);
  const scale = Math.max(...before.map(Math.abs));
  const worst = Math.max(...before.map((value, index) => Math.abs(value - after[index]!)));
  expect(worst / scale).toBeLessThan(1e-5);
  images.dispose();
});
