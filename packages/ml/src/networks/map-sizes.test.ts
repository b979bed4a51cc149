import { beforeAll, describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { initializeWeights } from './initialize.ts';
import { type MapSizes, mapSizes } from './map-sizes.ts';

beforeAll(() => startRuntime('cpu'));

const squeezeNet = findArchitecture('squeezenet1_0');

function sizesOf(size: number, ...layers: string[]): MapSizes {
  const weights = initializeWeights(squeezeNet.tensors({ channels: 3, classes: 1000 }), 1);
  return mapSizes(squeezeNet, weights, layers, { height: size, width: size, channels: 3 });
}

describe('maps', () => {
  it('are as large as SqueezeNet’s in PyTorch', () => {
    expect(sizesOf(224, 'conv1', 'fire4', 'fire8')).toMatchObject({
      conv1: { height: 109, width: 109 },
      fire4: { height: 54, width: 54 },
      fire8: { height: 27, width: 27 },
    });
  });

  it.each([
    [6, 'conv1'],
    [6, 'fire9'],
    [2, 'conv1'],
  ])('of pictures of %i pixels have no cell, in %s or before, and are refused', (size, layer) => {
    expect(() => sizesOf(size, layer)).toThrow(
      `Pictures of ${size}×${size} pixels leave nothing of conv1 of squeezenet1_0: take larger ones.`,
    );
  });
});
