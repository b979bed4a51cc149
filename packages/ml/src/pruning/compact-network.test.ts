import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Architecture, TensorSpec } from '../architectures/architecture.ts';
import { narrowCifarResNet } from '../architectures/cifar-resnet.ts';
import { convNet } from '../architectures/convnet.ts';
import { findArchitecture } from '../architectures/registry.ts';
import { batchNorm, biasedConvolution, convolution } from '../architectures/tensor-specs.ts';
import { wideResNet } from '../architectures/wide-resnet.ts';
import { sizeOf } from '../checkpoints/tensor-data.ts';
import { drawStripes, stripes } from '../datasets/stripes.fixture.ts';
import { toTensor } from '../datasets/to-tensor.ts';
import { computeLogits } from '../networks/compute-logits.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import { initializeWeights } from '../networks/initialize.ts';
import { plainLayers, type Weights } from '../networks/pass.ts';
import { createRandom } from '../random/random.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { train } from '../training/train.ts';
import { compactNetwork } from './compact-network.ts';
import { drawMasks } from './draw-masks.ts';
import type { Mask } from './mask.ts';
import type { NamedArrays } from './named-arrays.ts';
import { antiRandomHalves, type PruningMethod } from './pruning-method.ts';
import { silenceNorms } from './silence-norms.ts';
import { residualWiring } from './wiring.ts';

beforeAll(() => startRuntime('wasm'));

const resnet8 = findArchitecture('resnet8');
const specs = resnet8.tensors(stripes);
const wiring = residualWiring(specs);
const structured: PruningMethod = { ...antiRandomHalves, granularity: 'structured' };
const [mask] = drawMasks(specs, structured, { seed: 1, family: 0 }) as [Mask];

/** Trains for four epochs of four steps; a child starts from a parent, whose shifts its pruned filters keep. */
async function trained(weights: Weights, mask?: Mask): Promise<Weights> {
  const training = train({
    architecture: resnet8,
    specs,
    weights,
    ...(mask && { mask }),
    data: stripes,
    images: drawStripes(32, 'train'),
    epochs: 4,
    batchSize: 8,
    schedule: () => ({ learningRate: 0.05, momentum: 0.9 }),
    weightDecay: 5e-4,
    seed: 1,
    stream: mask ? 'child-1' : 'parent',
  });
  for (;;) {
    const { done, value } = await training.next();
    if (done) return value.weights;
  }
}

const tunedChild = async (mask: Mask): Promise<NamedArrays> =>
  arraysOf(await trained(await trained(initializeWeights(specs, 1)), mask));

const arraysOf = (weights: Weights): NamedArrays =>
  Object.fromEntries(
    Object.entries(weights).map(([name, weight]) => [name, weight.dataSync().slice() as Float32Array]),
  );

const weightsOf = (arrays: NamedArrays, specs: readonly TensorSpec[]): Weights =>
  Object.fromEntries(specs.map(({ name, shape }) => [name, tf.tensor(arrays[name]!, shape)]));

const logitsOf = (architecture: Architecture, arrays: NamedArrays, specs: readonly TensorSpec[]) =>
  tf.tidy(() => {
    const images = toTensor(drawStripes(16, 'test'), 0, 16, stripes);
    return computeLogits(architecture, inferencePass(weightsOf(arrays, specs)), images).dataSync();
  });

const worst = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(...Array.from(a, (value, index) => Math.abs(value - b[index]!)));

const parameters = (specs: readonly TensorSpec[]) => specs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);

describe('a structured child made compact', () => {
  it('gives the logits that it gave under its mask, as a narrower ResNet', async () => {
    const child = await tunedChild(mask);
    const compact = compactNetwork(specs, child, mask, wiring);
    const narrow = narrowCifarResNet(
      8,
      Object.values(compact.layers).map(({ channels }) => channels),
    );
    expect(compact.specs).toEqual(narrow.tensors(stripes));
    const before = logitsOf(resnet8, child, specs);
    expect(Math.max(...before) - Math.min(...before)).toBeGreaterThan(1);
    expect(worst(logitsOf(narrow, compact.weights, compact.specs), before)).toBeLessThan(1e-5);
  });

  it('needs one filter more a layer for what its pruned filters still say, and none where their norms are silenced', async () => {
    const silenced = silenceNorms(mask, specs, wiring);
    const [speaking, silent] = [await tunedChild(mask), await tunedChild(silenced)];
    const channels = (child: NamedArrays, mask: Mask) =>
      Object.values(compactNetwork(specs, child, mask, wiring).layers).map((layer) => layer.channels);
    expect(channels(speaking, mask)).toEqual([9, 17, 33]);
    expect(channels(silent, silenced)).toEqual([8, 16, 32]);
    const compact = compactNetwork(specs, silent, silenced, wiring);
    const before = logitsOf(resnet8, silent, specs);
    expect(worst(logitsOf(resnet8, compact.weights, compact.specs), before)).toBeLessThan(1e-5);
    expect(parameters(compact.specs) / parameters(specs)).toBeLessThan(0.53);
  });

  it('would not give the same without the constants', async () => {
    const child = await tunedChild(mask);
    const inner = Object.entries(silenceNorms(mask, specs, wiring)).filter(
      ([name]) => !/bn2|^bn1/.test(name),
    );
    const compact = compactNetwork(specs, child, Object.fromEntries(inner), wiring);
    const before = logitsOf(resnet8, child, specs);
    expect(worst(logitsOf(resnet8, compact.weights, compact.specs), before)).toBeGreaterThan(1e-2);
  });

  it('keeps the filters of the mask, and every channel of the residual sums', async () => {
    const { layers, specs: narrowed } = compactNetwork(specs, await tunedChild(mask), mask, wiring);
    expect(Object.keys(layers)).toEqual(['layer1.0.conv1', 'layer2.0.conv1', 'layer3.0.conv1']);
    const kept = Array.from({ length: 16 }, (_, filter) => filter).filter(
      (filter) => mask['layer1.0.conv1.weight']![filter] === 1,
    );
    expect(layers['layer1.0.conv1']).toEqual({ channels: 9, filters: kept, constant: true });
    const shapes = Object.fromEntries(narrowed.map(({ name, shape }) => [name, shape]));
    expect(shapes['layer1.0.conv1.weight']).toEqual([3, 3, 16, 9]);
    expect(shapes['layer1.0.bn1.running_var']).toEqual([9]);
    expect(shapes['layer1.0.conv2.weight']).toEqual([3, 3, 9, 16]);
    expect(shapes['conv1.weight']).toEqual([3, 3, 1, 16]);
  });
});

/** Weights, norms included, that no training made equal anywhere. */
const randomArrays = (specs: readonly TensorSpec[]): NamedArrays =>
  Object.fromEntries(
    specs.map(({ name, role, shape }) => {
      const random = createRandom('compact', name);
      const spread = role === 'convolution' ? 0.2 : 1;
      const draw = () => (role === 'variance' ? 0.5 + random.uniform() : spread * random.normal());
      return [name, Float32Array.from({ length: sizeOf(shape) }, draw)];
    }),
  );

describe('a network made compact', () => {
  it.each([
    ['a WideResNet, whose norms follow the sums', wideResNet(10, 1)],
    ['a plain chain with pools, each of whose layers becomes narrow', convNet],
  ])('may be %s', (_, network) => {
    const all = network.tensors(stripes);
    const [half] = drawMasks(all, structured, { seed: 2, family: 0 }) as [Mask];
    const arrays = randomArrays(all);
    const zeroed = Object.fromEntries(
      Object.entries(arrays).map(([name, values]) => [
        name,
        values.map((value, i) => value * (half[name]?.[i] ?? 1)),
      ]),
    );
    const compact = compactNetwork(all, arrays, half, network.wiring!(all));
    expect(Object.values(compact.layers).map(({ channels }) => channels)).toEqual([9, 17, 33]);
    const before = logitsOf(network, zeroed, all);
    const scale = Math.max(...before.map(Math.abs));
    expect(worst(logitsOf(network, compact.weights, compact.specs), before) / scale).toBeLessThan(1e-5);
  });

  it('loses filters that nobody reads, whatever they give', () => {
    const tensor = 'layer2.0.conv2.weight';
    const bits = new Uint8Array(9 * 32 * 32).map((_, index) => Number(Math.floor(index / 32) % 32 > 2));
    const whole = Object.fromEntries(
      specs
        .filter(({ prunable }) => prunable)
        .map(({ name, shape }) => [name, new Uint8Array(sizeOf(shape)).fill(1)]),
    );
    const { layers } = compactNetwork(specs, randomArrays(specs), { ...whole, [tensor]: bits }, wiring);
    expect(Object.values(layers).map(({ channels }) => channels)).toEqual([16, 29, 64]);
  });

  it('keeps a filter of a layer that lost all of them', () => {
    const none = { ...mask, 'layer1.0.conv1.weight': new Uint8Array(9 * 16 * 16) };
    const silenced = silenceNorms(none, specs, wiring);
    const arrays = randomArrays(specs);
    const { layers, weights } = compactNetwork(specs, arrays, silenced, wiring);
    expect(layers['layer1.0.conv1']).toEqual({ channels: 1, filters: [], constant: true });
    expect(weights['layer1.0.conv2.weight']).toEqual(new Float32Array(9 * 16));
  });

  it('may have biases instead of norms, and several readers', () => {
    const fire = [
      ...biasedConvolution('squeeze', 1, 1, 6),
      ...biasedConvolution('expand1x1', 1, 6, 4),
      ...biasedConvolution('expand3x3', 3, 6, 4),
    ];
    const read = (to: string) => ({ from: 'squeeze', to, offset: 0, bound: false });
    const arrays: Record<string, Float32Array> = { ...randomArrays(fire) };
    arrays['squeeze.bias'] = Float32Array.of(0.5, -0.5, 0.3, 0.2, 0.7, -0.1);
    arrays['squeeze.weight']!.fill(0, 0, 3);
    const bits = Uint8Array.of(0, 0, 0, 1, 1, 1);
    const compact = compactNetwork(
      fire,
      arrays,
      { 'squeeze.weight': bits },
      {
        wires: [read('expand1x1'), read('expand3x3')],
        norms: {},
      },
    );
    expect(compact.layers.squeeze).toEqual({ channels: 4, filters: [3, 4, 5], constant: true });
    const outputs = (arrays: NamedArrays, specs: readonly TensorSpec[]) =>
      tf.tidy(() => {
        const { convolve } = plainLayers(weightsOf(arrays, specs), {});
        const squeezed = tf.relu(convolve(toTensor(drawStripes(2, 'test'), 0, 2, stripes), 'squeeze'));
        return tf.concat([convolve(squeezed, 'expand1x1'), convolve(squeezed, 'expand3x3')], 3).dataSync();
      });
    expect(worst(outputs(compact.weights, compact.specs), outputs(arrays, fire))).toBeLessThan(1e-5);
  });

  it('stays whole where several layers write what a reader reads', () => {
    const two = [
      convolution('a', 1, 1, 2),
      convolution('b', 1, 1, 2),
      ...batchNorm('bn', 2),
      convolution('c', 1, 2, 1),
    ];
    const write = (from: string) => ({ from, to: 'c', offset: 0, bound: true });
    const { layers, specs } = compactNetwork(
      two,
      randomArrays(two),
      { 'a.weight': Uint8Array.of(0, 1) },
      {
        wires: [write('a'), write('b')],
        norms: {},
      },
    );
    expect(layers).toEqual({});
    expect(specs).toEqual(two);
  });
});

describe('a silenced mask', () => {
  it('prunes scale and shift of the norms of pruned filters, and of no other', () => {
    const silenced = silenceNorms(mask, specs, wiring);
    for (const [layer, norm] of Object.entries(wiring.norms)) {
      const kept = mask[`${layer}.weight`]!.subarray(0, silenced[`${norm}.bias`]!.length);
      expect(silenced[`${norm}.bias`]).toEqual(kept);
      expect(silenced[`${norm}.weight`]).toEqual(kept);
    }
    expect(silenced).toMatchObject(mask);
  });

  it('leaves the norm of a filter that lost a part of its weights', () => {
    const [half] = drawMasks(specs, antiRandomHalves, { seed: 1, family: 0 }) as [Mask];
    expect(silenceNorms(half, specs, wiring)['layer1.0.bn1.bias']).toEqual(new Uint8Array(16).fill(1));
  });
});
