import { describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { erdosRenyiKernel } from './erdos-renyi-kernel.ts';
import { sparsityOf } from './mask.ts';

const specs = findArchitecture('resnet8').tensors({ channels: 3, classes: 10 });
const densityOf = (bits: Uint8Array) => bits.reduce((sum, bit) => sum + bit, 0) / bits.length;

describe('an Erdős–Rényi kernel', () => {
  it.each([0.2, 0.5, 0.9])('keeps the share %d of all weights', (density) => {
    expect(1 - sparsityOf(erdosRenyiKernel(specs, density, 1, 'edst'))).toBeCloseTo(density, 3);
  });

  it('leaves layers density by their sides over their product, and the smallest dense', () => {
    const mask = erdosRenyiKernel(specs, 0.2, 1, 'edst');
    expect(densityOf(mask['conv1.weight']!)).toBe(1);
    const [middle, large] = ['layer2.0.conv2.weight', 'layer3.0.conv2.weight'];
    // (3 + 3 + 32 + 32) / (9·32·32) against (3 + 3 + 64 + 64) / (9·64·64).
    const ratio = 70 / 1024 / (134 / 4096);
    expect(densityOf(mask[middle]!) / densityOf(mask[large]!)).toBeCloseTo(ratio, 2);
  });

  it('is the same for the same seed and key, and another for another', () => {
    const mask = erdosRenyiKernel(specs, 0.2, 1, 'edst');
    expect(erdosRenyiKernel(specs, 0.2, 1, 'edst')).toEqual(mask);
    expect(erdosRenyiKernel(specs, 0.2, 2, 'edst')).not.toEqual(mask);
    expect(erdosRenyiKernel(specs, 0.2, 1, 'ltr')).not.toEqual(mask);
  });

  it.each([0, 1, 1.5, Number.NaN])('of density %d is refused', (density) => {
    expect(() => erdosRenyiKernel(specs, density, 1, 'edst')).toThrow(`A density of ${density} is no share`);
  });
});
