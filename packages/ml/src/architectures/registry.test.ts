import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { mapSizes } from '../networks/map-sizes.ts';
import { disposeWeights } from '../networks/pass.ts';
import { channelsOf, layerOf } from '../pruning/wiring.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import type { Architecture, TensorSpec } from './architecture.ts';
import { architectures, findArchitecture } from './registry.ts';

beforeAll(() => startRuntime('cpu'));

const specsOf = ({ tensors, classes = 10 }: Architecture) => tensors({ channels: 3, classes });
const isLayer = ({ role }: TensorSpec) => role === 'convolution' || role === 'linear';

describe('the datasheet of any architecture that is offered', () => {
  it('lets pruning have the convolutions, and neither classifier, norms nor biases', () => {
    for (const architecture of architectures.values()) {
      const layers = specsOf(architecture).filter(isLayer);
      const prunable = specsOf(architecture).filter(({ prunable }) => prunable);
      expect(prunable).toEqual(layers.slice(0, -1));
      expect(prunable.every(({ role }) => role === 'convolution')).toBe(true);
    }
  });

  it('keeps each layer and each tensor under a name of its own', () => {
    for (const architecture of architectures.values()) {
      for (const named of [architecture.layers, specsOf(architecture)])
        expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
    }
  });

  it('tells the smallest pictures of which each layer’s map keeps a cell', () => {
    for (const architecture of architectures.values()) {
      const { smallestSide = 1, layers } = architecture;
      const zeros = specsOf(architecture).map(({ name, shape }) => [name, tf.zeros(shape)] as const);
      const weights = Object.fromEntries(zeros);
      const mapsOf = (side: number) =>
        mapSizes(
          architecture,
          weights,
          layers.map(({ name }) => name),
          { height: side, width: side, channels: 3 },
        );
      expect(Object.keys(mapsOf(smallestSide))).toHaveLength(layers.length);
      if (smallestSide > 1) expect(() => mapsOf(smallestSide - 1)).toThrow('leave nothing of');
      disposeWeights(weights);
    }
  });

  it('tells its wiring, in which the classifier hears every convolution', () => {
    for (const architecture of architectures.values()) {
      const specs = specsOf(architecture);
      const { wires } = architecture.wiring!(specs);
      const heard = new Set([layerOf(specs.findLast(isLayer)!.name)]);
      for (const { from, to } of wires.toReversed()) if (heard.has(to)) heard.add(from);
      for (const { name, prunable } of specs) if (prunable) expect(heard).toContain(layerOf(name));
    }
  });

  it('gives a reader as many channels as it has, each of them once unless they are summed', () => {
    for (const architecture of architectures.values()) {
      const specs = specsOf(architecture).filter(isLayer);
      const { wires } = architecture.wiring!(specsOf(architecture));
      const channels = new Map(specs.map((spec) => [layerOf(spec.name), channelsOf(spec)]));
      for (const [reader, { channelsIn }] of [...channels].slice(1)) {
        const read = new Array<number>(channelsIn).fill(0);
        const incoming = wires.filter(({ to }) => to === reader);
        for (const { from, offset } of incoming)
          for (let filter = 0; filter < channels.get(from)!.channelsOut; filter++) read[filter + offset]!++;
        expect(read).toHaveLength(channelsIn);
        expect(Math.min(...read)).toBeGreaterThanOrEqual(1);
        if (incoming.every(({ bound }) => !bound)) expect(Math.max(...read)).toBe(1);
      }
    }
  });
});

describe('the registry', () => {
  it('finds the networks for ImageNet too, and refuses a name that is unknown with those that are known', () => {
    expect(findArchitecture('squeezenet1_0').layers).toHaveLength(10);
    expect(findArchitecture('inceptionv1').layers).toHaveLength(12);
    expect(findArchitecture('googlenet').layers).toHaveLength(12);
    expect(() => findArchitecture('resnet18')).toThrow(
      'Unknown architecture "resnet18": known are convnet, resnet8, resnet20, resnet32, resnet44, resnet56, resnet110, ' +
        'wrn-16-4, wrn-28-10, wrn-40-2, squeezenet1_0, inceptionv1, googlenet.',
    );
  });
});
