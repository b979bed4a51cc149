import { describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { shareNetwork } from '../shared-networks/share-network.ts';
import { multiplyAdds, trainingFlops } from './multiply-adds.ts';

const cifar = { height: 32, width: 32, channels: 3, classes: 10 };
const imageNet = { height: 224, width: 224, channels: 3, classes: 1000 };

describe('the multiply-adds of an image', () => {
  it.each([
    // As their papers print them: 41 and 126 million; 5.2 billion; 69 million with the first PAT code's 1×1 shortcuts.
    ['resnet20', 40.55e6],
    ['resnet56', 125.5e6],
    ['wrn-28-10', 5.245e9],
  ])('through %s are %d', (name, wanted) => {
    expect(multiplyAdds(findArchitecture(name), cifar) / wanted).toBeCloseTo(1, 2);
  });

  it('are those of the layers, counted by hand', () => {
    const convolutions = 28 * 28 * 9 * 16 + 14 * 14 * 9 * 16 * 32 + 7 * 7 * 9 * 32 * 64;
    const shape = { height: 28, width: 28, channels: 1, classes: 10 };
    expect(multiplyAdds(findArchitecture('convnet'), shape)).toBe(convolutions + 64 * 10);
  });

  it('are billions for the networks of ImageNet, 0.8 of SqueezeNet 1.0', () => {
    expect(multiplyAdds(findArchitecture('squeezenet1_0'), imageNet) / 1e9).toBeCloseTo(0.82, 1);
  });

  it('are those of all members that share a network', () => {
    const base = findArchitecture('resnet8');
    const one = multiplyAdds(base, cifar);
    expect(
      multiplyAdds(shareNetwork(base, { method: 'batch-ensemble', members: 4 }), cifar) / one,
    ).toBeCloseTo(4, 1);
    const mimo = shareNetwork(base, { method: 'mimo', members: 3, repetitions: 4 });
    expect(multiplyAdds(mimo, cifar) / one).toBeLessThan(1.1);
    expect(trainingFlops(mimo, cifar, 100)).toBe(4 * 6 * 100 * multiplyAdds(mimo, cifar));
  });
});
