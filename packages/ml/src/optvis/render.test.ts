import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { initializeWeights } from '../networks/initialize.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { findPreset, type Preset, presets } from './preset.ts';
import { type Rendering, render } from './render.ts';
import type { RenderPlan } from './render-plan.ts';

beforeAll(() => startRuntime('wasm'));

const architecture = findArchitecture('resnet8');
const preset: Preset = { ...findPreset('quick'), size: 12, steps: 6, padding: 2 };

interface Values extends Partial<RenderPlan> {
  colors?: 1 | 3;
  layer?: string;
  channels?: number[];
}

/** Pictures of channels, unless other objectives are given. */
function plan(values: Values = {}): RenderPlan {
  const { colors = 1, layer = 'stage2.block0', channels = [3], ...rest } = values;
  return {
    architecture,
    weights: initializeWeights(architecture.tensors({ channels: colors, classes: 4 }), 1),
    data: { channels: colors, mean: new Array(colors).fill(0.4), std: new Array(colors).fill(0.3) },
    objectives: channels.map((channel) => ({ terms: [{ layer, channel, weight: 1 }] })),
    preset,
    seed: 1,
    ...rest,
  };
}

async function run(rendering: ReturnType<typeof render>): Promise<Rendering[]> {
  for (;;) {
    const { done, value } = await rendering.next();
    if (done) return value;
  }
}
const rendered = (values?: Parameters<typeof plan>[0]): Promise<Rendering[]> => run(render(plan(values)));

describe('a rendering', () => {
  it.each([1, 3] as const)(
    'of %i channels is a picture of the preset’s size for each neuron',
    async (colors) => {
      const renderings = await rendered({ colors, channels: [3, 31] });
      expect(renderings).toHaveLength(2);
      for (const { pixels } of renderings) {
        expect(pixels).toMatchObject({ width: 12, height: 12, channels: colors });
        expect(pixels.data).toHaveLength(144 * colors);
        expect(new Set(pixels.data).size).toBeGreaterThan(20);
      }
    },
  );

  it('raises the activation of its neuron above that of the start', async () => {
    const still: Preset = { ...preset, padding: 0, transforms: [] };
    const channels = [0, 1, 2, 3, 4, 5];
    for (const layer of ['stem', 'stage3.block0']) {
      const before = await rendered({ layer, channels, preset: { ...still, steps: 0 } });
      const after = await rendered({ layer, channels, preset: { ...still, steps: 12 } });
      const alive = channels.filter((channel) => before[channel]!.activation > 0);
      expect(alive.length).toBeGreaterThan(2);
      for (const channel of alive)
        expect(after[channel]!.activation).toBeGreaterThan(1.1 * before[channel]!.activation);
    }
  });

  it('is the same picture whatever the batch and its order', async () => {
    const [alone] = await rendered({ channels: [3] });
    const together = await rendered({ channels: [7, 3, 0] });
    const turned = await rendered({ channels: [0, 3] });
    expect(together[1]).toEqual(alone);
    expect(turned[1]).toEqual(alone);
  });

  it('is another picture for another seed, neuron or network', async () => {
    const [picture] = await rendered();
    const weights = initializeWeights(architecture.tensors({ channels: 1, classes: 4 }), 2);
    for (const values of [{ seed: 2 }, { channels: [4] }, { layer: 'stem' }, { weights }]) {
      const [other] = await rendered(values);
      expect(other!.pixels.data).not.toEqual(picture!.pixels.data);
    }
  });

  it('tells of every step', async () => {
    const steps: number[] = [];
    for await (const step of render(plan())) steps.push(step);
    expect(steps).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('keeps no tensors, finished or stopped', async () => {
    const given = plan();
    const before = tf.memory().numTensors;
    await run(render(given));
    expect(tf.memory().numTensors).toBe(before);
    const stopped = render(given);
    await stopped.next();
    await stopped.return([]);
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each([
    [
      { layer: 'fire6' },
      'Unknown layer "fire6": resnet8 has stem, stage1.block0, stage2.block0, stage3.block0.',
    ],
    [{ channels: [3, 32] }, 'Unknown neuron "stage2.block0:32": stage2.block0 has 32 channels (0–31).'],
    [{ channels: [-1] }, 'Unknown neuron "stage2.block0:-1"'],
    [{ channels: [1.5] }, 'Unknown neuron "stage2.block0:1.5"'],
    [{ channels: [] }, 'No objectives came'],
  ])('of %j is refused', async (values, message) => {
    const given = plan(values);
    const before = tf.memory().numTensors;
    await expect(run(render(given))).rejects.toThrow(message);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('a preset', () => {
  it("is Lucent's or the paper's to the last value", () => {
    const { padding, transforms } = findPreset('lucent');
    expect([padding, transforms[0]]).toEqual([12, { kind: 'jitter', pixels: 8 }]);
    const factors = transforms[1]?.kind === 'scale' ? transforms[1].factors : [];
    expect(factors.map((factor) => factor.toFixed(2)).join(' ')).toBe(
      '0.90 0.92 0.94 0.96 0.98 1.00 1.02 1.04 1.06 1.08 1.10',
    );
    const degrees = transforms[2]?.kind === 'rotate' ? transforms[2].degrees : [];
    expect(degrees.filter((degree) => degree === 0)).toHaveLength(6);
    expect(degrees).toHaveLength(26);
    expect(findPreset('paper')).toMatchObject({ size: 128, steps: 1024, learningRate: 0.05 });
  });

  it('that is unknown is refused with those that are known', () => {
    expect(() => findPreset('lucid')).toThrow(
      `Unknown preset "lucid": known are ${[...presets.keys()].join(', ')}.`,
    );
  });
});
