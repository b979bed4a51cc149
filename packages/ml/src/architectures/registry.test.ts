import { describe, expect, it } from 'vitest';
import { layerOf } from '../pruning/wiring.ts';
import { architectures, findArchitecture } from './registry.ts';

const cifar = { channels: 3, classes: 10 };

describe('the datasheet of any architecture that is offered', () => {
  it('lets pruning have the convolutions, and neither classifier, norms nor biases', () => {
    for (const architecture of architectures.values()) {
      const prunable = architecture.tensors(cifar).filter(({ prunable }) => prunable);
      expect(prunable.every(({ role }) => role === 'convolution')).toBe(true);
      expect(prunable).toHaveLength(
        architecture.tensors(cifar).filter(({ role }) => role === 'convolution').length,
      );
    }
  });

  it('keeps each layer and each tensor under a name of its own', () => {
    for (const architecture of architectures.values()) {
      for (const named of [architecture.layers, architecture.tensors(cifar)])
        expect(new Set(named.map(({ name }) => name)).size).toBe(named.length);
    }
  });

  it('tells its wiring, in which the classifier hears every convolution', () => {
    for (const architecture of architectures.values()) {
      const specs = architecture.tensors(cifar);
      const { wires } = architecture.wiring!(specs);
      const heard = new Set([layerOf(specs.find(({ role }) => role === 'linear')!.name)]);
      for (const { from, to } of wires.toReversed()) if (heard.has(to)) heard.add(from);
      for (const { name, prunable } of specs) if (prunable) expect(heard).toContain(layerOf(name));
    }
  });
});

describe('the registry', () => {
  it('offers what can be trained on small images', () => {
    expect([...architectures.keys()].join(' ')).toBe(
      'convnet resnet8 resnet20 resnet32 resnet44 resnet56 resnet110 wrn-16-4 wrn-28-10 wrn-40-2',
    );
  });

  it('also finds the networks for ImageNet, and refuses a name that is unknown with those that are known', () => {
    expect(findArchitecture('squeezenet1_0').layers).toHaveLength(10);
    expect(findArchitecture('inceptionv1').layers).toHaveLength(12);
    expect(findArchitecture('googlenet').layers).toHaveLength(12);
    expect(() => findArchitecture('resnet18')).toThrow(
      'Unknown architecture "resnet18": known are convnet, resnet8, resnet20, resnet32, resnet44, resnet56, resnet110, ' +
        'wrn-16-4, wrn-28-10, wrn-40-2, squeezenet1_0, inceptionv1, googlenet.',
    );
  });
});
