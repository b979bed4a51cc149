import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { computeActivation } from '../networks/compute-activation.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import { initializeWeights } from '../networks/initialize.ts';
import type { Weights } from '../networks/pass.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { gramSimilarity } from './gram-similarity.ts';
import type { Objective, Term } from './objective.ts';
import { findPreset } from './preset.ts';
import { type Rendering, render } from './render.ts';
import type { RenderPlan } from './render-plan.ts';
import { padWithGrey } from './render-step.ts';

await startRuntime('onnxruntime', { threads: 1 });

const architecture = findArchitecture('resnet8');
const specs = architecture.tensors({ channels: 3, classes: 4 });
const [weights, others] = [3, 4].map((seed) => initializeWeights(specs, seed)) as [Weights, Weights];
const preset = { ...findPreset('quick'), size: 16, steps: 12, padding: 2, transforms: [] };
const [layer, mean, std] = ['stage2.block0', [0.5, 0.4, 0.4], [0.3, 0.2, 0.2]] as const;

const term = (weight = 1, values: Partial<Term> = {}): Term => ({ layer, channel: 3, weight, ...values });
const deep = (weight = 1): Term => ({ layer: 'stage3.block0', channel: 5, weight });

async function rendered(values: Partial<RenderPlan>, ...terms: Term[]): Promise<Rendering[]> {
  const data = { channels: 3, mean, std };
  const rendering = render({
    architecture,
    weights,
    data,
    preset,
    objectives: [{ terms: terms as [Term, ...Term[]] }],
    seed: 1,
    ...values,
  });
  for (;;) {
    const { done, value } = await rendering.next();
    if (done) return value;
  }
}

/** What a network's layer makes of the pictures with a border, eagerly: [pictures, height, width, channels] */
function features(pictures: Rendering[], layer: string, network = weights, border = 0): tf.Tensor4D {
  const images = tf.concat(pictures.map(({ pixels }) => tf.tensor4d(pixels.data, [1, 16, 16, 3])));
  const normalized = tf.div(
    tf.sub(padWithGrey(tf.div(images, 255) as tf.Tensor4D, border), tf.tensor1d([...mean])),
    tf.tensor1d([...std]),
  );
  return computeActivation(architecture, inferencePass(network), normalized as tf.Tensor4D, layer);
}

function activationOf(pictures: Rendering[], { layer, channel, at }: Term, network = weights): number {
  const map = tf.squeeze(
    tf.slice(features(pictures, layer, network, at ? 2 : 0), [0, 0, 0, channel], [1, -1, -1, 1]),
  );
  return at ? (map.arraySync() as number[][])[at.y!]![at.x!]! : tf.mean(map).dataSync()[0]!;
}

describe('a picture', () => {
  it('by a weight of −1 lowers what by 1 it raises', async () => {
    const start = activationOf(await rendered({ preset: { ...preset, steps: 0 } }, term()), term());
    expect(activationOf(await rendered({}, term()), term())).toBeGreaterThan(1.2 * start);
    expect(activationOf(await rendered({}, term(-1)), term())).toBeLessThan(0.8 * start);
  });

  it('of a place raises the activation there more than that of its map does', async () => {
    const place = term(1, { at: { x: 5, y: 2 } });
    const there = activationOf(await rendered({}, place), place);
    expect(there).toBeGreaterThan(1.1 * activationOf(await rendered({}, term()), place));
  });

  it('of two layers’ neurons raises each more than a picture of the other does', async () => {
    const [pair, first, second] = [
      await rendered({}, term(), deep()),
      await rendered({}, term()),
      await rendered({}, deep()),
    ];
    expect(activationOf(pair, term())).toBeGreaterThan(activationOf(second, term()));
    expect(activationOf(pair, deep())).toBeGreaterThan(activationOf(first, deep()));
  });

  it.each([
    ['difference', -1],
    ['sum', 1],
  ])('of the %s of two networks raises that more than a picture of one network does', async (_, weight) => {
    const longer = { preset: { ...preset, steps: 40 } };
    const seen = (pictures: Rendering[]) =>
      activationOf(pictures, term()) + weight * activationOf(pictures, term(), others);
    const both = await rendered({ contrast: { weights: others, weight }, ...longer }, term());
    expect(seen(both)).toBeGreaterThan(seen(await rendered(longer, term())));
  });

  it('has a start of its own for each index, and with diversity shares less with the others', async () => {
    const objectives = [0, 1, 2].map((index): Objective => ({ terms: [term()], index }));
    const plain = await rendered({ objectives });
    const diverse = await rendered({ objectives, diversity: { layer, weight: 100 } });
    expect(new Set(plain.map(({ pixels }) => pixels.data.join())).size).toBe(3);
    const shared = (pictures: Rendering[]) => gramSimilarity(features(pictures, layer)).dataSync()[0]!;
    expect(shared(diverse)).toBeLessThan(0.9 * shared(plain));
  });

  it('tells its neuron’s activation: of the map or of the place, whatever the weights', async () => {
    const place = term(-2, { at: { x: 5, y: 2 } });
    for (const terms of [[term(), deep()], [term(-1)], [place]] as const) {
      const pictures = await rendered({}, ...terms);
      expect(pictures[0]!.activation).toBeCloseTo(activationOf(pictures, terms[0]), 1);
    }
  });

  it('is kept after chosen steps too, as a rendering of so many steps ends', async () => {
    const [long] = await rendered({ snapshots: [12, 5] }, term());
    const [short] = await rendered({ preset: { ...preset, steps: 5 } }, term());
    const { snapshots, ...finished } = long!;
    expect(snapshots.map(({ step }) => step)).toEqual([5, 12]);
    expect(snapshots[0]).toEqual({ step: 5, pixels: short!.pixels, activation: short!.activation });
    expect(snapshots[1]).toEqual({ step: 12, ...finished });
    expect(finished).toEqual(withoutSnapshots((await rendered({}, term()))[0]!));
  });
});

const withoutSnapshots = ({ snapshots: _, ...finished }: Rendering) => finished;

describe('a rendering', () => {
  const broken = { ...weights, 'layer1.0.conv1.weight': tf.fill([3, 3, 16, 16], Number.NaN) };
  const narrow = initializeWeights(architecture.tensors({ channels: 1, classes: 4 }), 1);
  it.each<[string, Partial<RenderPlan>, Term, string]>([
    [
      'of a place outside the map',
      {},
      term(1, { at: { x: 10 } }),
      'stage2.block0:3 has no place (10, 5): in pictures of 16 pixels with a border of 2 its map has 10 columns and 10 rows, from 0.',
    ],
    ['with a weight that is no number', {}, term(Number.NaN), 'stage2.block0:3 has the weight NaN'],
    [
      'with a snapshot after the last step',
      { snapshots: [5, 13] },
      term(),
      'There is no step 13: the preset quick has steps 1–12.',
    ],
    [
      'of networks that differ',
      { contrast: { weights: narrow, weight: -1 } },
      term(),
      'Only networks of one architecture can be contrasted: conv1.weight is [3,3,3,16] in the first and [3,3,1,16] in the second.',
    ],
    [
      'through weights that are no numbers',
      { weights: broken },
      term(),
      'of stage2.block0:3 is no number at step 1: its network can’t be looked into.',
    ],
  ])('%s is refused', async (_, values, wanted, message) => {
    const before = tf.memory().numTensors;
    await expect(rendered(values, wanted)).rejects.toThrow(message);
    expect(tf.memory().numTensors).toBe(before);
  });
});
