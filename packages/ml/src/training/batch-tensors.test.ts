import { beforeAll, describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import type { Dataset } from '../datasets/dataset.ts';
import { createRandom } from '../random/random.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { shareNetwork } from '../shared-networks/share-network.ts';
import { batchTensors } from './batch-tensors.ts';

beforeAll(() => startRuntime('cpu'));

const base = findArchitecture('resnet8');
const data = {
  height: 1,
  width: 2,
  channels: 3,
  classes: 4,
  mean: [0, 0, 0],
  std: [1, 1, 1],
} as unknown as Dataset;
/** Image i has the label i, and the values 60·i + 10·pixel + channel. */
const batch = {
  images: Uint8Array.from(
    { length: 4 * 6 },
    (_, k) => 60 * Math.floor(k / 6) + 10 * Math.floor((k % 6) / 3) + (k % 3),
  ),
  labels: Uint8Array.of(0, 1, 2, 3),
  count: 4,
};

describe('a batch', () => {
  it('has a label for each member of a network that all look at the same images', () => {
    const tree = shareNetwork(base, { method: 'treenet', members: 3 });
    const { images, labels } = batchTensors(batch, { architecture: tree, data }, createRandom(1));
    expect(images.shape).toEqual([4, 1, 2, 3]);
    expect([...labels.argMax(1).dataSync()]).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3]);
  });

  it('shows each member of a MIMO network an image of its own, with its label, each as often as it says', () => {
    const architecture = shareNetwork(base, { method: 'mimo', members: 2, repetitions: 5 });
    const { images, labels } = batchTensors(batch, { architecture, data }, createRandom(1));
    expect(images.shape).toEqual([20, 1, 2, 6]);
    const values = images.dataSync();
    const classes = [...labels.argMax(1).dataSync()];
    const seen = [0, 0, 0, 0];
    for (let row = 0; row < 20; row++) {
      for (const member of [0, 1]) {
        const label = classes[2 * row + member]!;
        seen[label]!++;
        for (const pixel of [0, 1]) {
          for (const channel of [0, 1, 2]) {
            const value = values[(2 * row + pixel) * 6 + 3 * member + channel]!;
            expect(Math.round(255 * value)).toBe(60 * label + 10 * pixel + channel);
          }
        }
      }
    }
    expect(seen).toEqual([10, 10, 10, 10]);
    expect(
      classes.filter((label, index) => index % 2 === 0 && label === classes[index + 1]).length,
    ).toBeLessThan(20);
  });
});
