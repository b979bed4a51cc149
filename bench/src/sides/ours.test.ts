import { describe, expect, it } from 'vitest';
import { isMissing } from './contender.ts';
import { ours } from './ours.ts';
import { startSide } from './side.ts';

const tiny = { architecture: 'resnet8', size: 8, channels: 1, classes: 2 };
const rates = { learningRate: 0.01, momentum: 0.9, weightDecay: 5e-4 };

describe('a work of ours', () => {
  it.each([
    ['train', { ...tiny, batch: 2, rates }],
    ['tune-family', { ...tiny, batch: 2, rates, children: 2, steps: 1 }],
    ['renders', { ...tiny, layer: 'stem', models: 1, batches: 2, pictures: 1, steps: 1 }],
    ['evaluate', { ...tiny, images: 3 }],
    ['smoothgrad', { ...tiny, images: 2, copies: 2 }],
    ['hash', { pictures: 2, size: 16, cell: 8 }],
    ['similar', { pictures: 300, first: 5, maxBits: 12, hashes: ['average', 'color'] }],
    ['visualize', { layer: 'fire2', channel: 0, size: 64, pictures: 2, learningRate: 0.05 }],
  ])('"%s" takes steps in a process of its own and tells time, memory and versions', async (work, values) => {
    const launch = ours(work, values)(1);
    if (isMissing(launch)) throw new Error(launch.missing);
    const side = await startSide(launch);
    try {
      expect(side.ready.coldStartMs).toBeGreaterThan(0);
      expect(side.ready.versions).toMatchObject({ node: process.versions.node });
      expect(await side.step()).toBeGreaterThan(0);
      expect(await side.peakBytes()).toBeGreaterThan(2 ** 20);
    } finally {
      await side.stop();
    }
  });
});
