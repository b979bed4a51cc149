import { describe, expect, it } from 'vitest';
import type { TensorSpec } from '../architectures/architecture.ts';
import { convNet } from '../architectures/convnet.ts';
import { findArchitecture } from '../architectures/registry.ts';
import { squeezeNet } from '../architectures/squeezenet.ts';
import { wideResNet } from '../architectures/wide-resnet.ts';
import { drawMasks } from './draw-masks.ts';
import { findDeadFilters } from './find-dead-filters.ts';
import { findSilentLayers } from './find-silent-layers.ts';
import { complementOf, type Mask } from './mask.ts';
import { antiRandomHalves } from './pruning-method.ts';
import { reportLayers } from './report-layers.ts';
import { requirePath } from './require-path.ts';
import { sequentialWiring } from './sequential-wiring.ts';
import { residualWiring } from './wiring.ts';

const shape = { channels: 3, classes: 10 };
const specs = findArchitecture('resnet8').tensors(shape);
const wiring = residualWiring(specs);
const wholeOf = (tensors: readonly TensorSpec[]): Mask =>
  Object.fromEntries(
    tensors
      .filter(({ prunable }) => prunable)
      .map(({ name, shape }) => [name, new Uint8Array(shape.reduce((a, b) => a * b)).fill(1)]),
  );
const whole = wholeOf(specs);
const changed = (name: string, kept: (index: number) => boolean): Mask => ({
  ...whole,
  [name]: whole[name]!.map((_, index) => Number(kept(index))),
});

describe('the report of layers', () => {
  it('counts what each keeps, and names those with nothing and with little', () => {
    const mask = {
      none: new Uint8Array(100),
      few: Uint8Array.from({ length: 1000 }, (_, i) => Number(i < 9)),
      rare: Uint8Array.from({ length: 10_000 }, (_, i) => Number(i < 99)),
      half: Uint8Array.from({ length: 100 }, (_, i) => i % 2),
    };
    const { layers, collapsed, few } = reportLayers(mask);
    expect(layers[3]).toEqual({ tensor: 'half', weights: 100, kept: 50, share: 0.5 });
    expect(collapsed.map(({ tensor }) => tensor)).toEqual(['none']);
    expect(few.map(({ tensor }) => tensor)).toEqual(['few', 'rare']);
    expect(reportLayers(mask, { share: 0.6, count: 0 }).few).toHaveLength(3);
  });
});

describe('the wiring of a residual network', () => {
  it('leads a ResNet stem into the middle of every later sum', () => {
    const stem = wiring.wires.filter(({ from }) => from === 'conv1');
    expect(stem.map(({ to, offset }) => `${to} ${offset}`)).toEqual([
      'layer1.0.conv1 0',
      'layer2.0.conv1 0',
      'layer3.0.conv1 8',
      'linear 24',
    ]);
    expect(wiring.wires.filter(({ bound }) => !bound).map(({ from, to }) => `${from} ${to}`)).toEqual(
      [1, 2, 3].map((stage) => `layer${stage}.0.conv1 layer${stage}.0.conv2`),
    );
  });

  it('starts anew at the shortcuts of a WideResNet, and knows whose outputs a norm takes', () => {
    const wide = residualWiring(wideResNet(16, 4).tensors(shape));
    expect(wide.wires.filter(({ to }) => to === 'block2.layer.1.conv1').map(({ from }) => from)).toEqual([
      'block2.layer.0.convShortcut',
      'block2.layer.0.conv2',
    ]);
    expect(wide.norms['block1.layer.0.conv1']).toBe('block1.layer.0.bn2');
    expect(wide.norms).not.toHaveProperty('conv1');
    expect(Object.keys(wide.norms)).toHaveLength(6);
    expect(Object.entries(wiring.norms)).toHaveLength(7);
    expect(wiring.norms['layer3.0.conv2']).toBe('layer3.0.bn2');
  });

  it('is not guessed for a network of another kind', () => {
    const fires = squeezeNet.tensors({ channels: 3, classes: 1000 });
    expect(() => residualWiring(fires)).toThrow('no residual network: state the wiring');
  });
});

describe('the report of dead filters', () => {
  const deadOf = (mask: Mask, tensor: string) => {
    const { withoutIncoming, withoutOutgoing } = findDeadFilters(specs, mask, wiring).find(
      (dead) => dead.tensor === tensor,
    )!;
    return { withoutIncoming, withoutOutgoing };
  };

  it('finds none in a whole network', () => {
    const dead = findDeadFilters(specs, whole, wiring);
    expect(dead.map(({ tensor }) => tensor)).toEqual(Object.keys(whole));
    expect(dead.every((d) => d.withoutIncoming.length + d.withoutOutgoing.length === 0)).toBe(true);
  });

  it('finds a filter that nothing comes into', () => {
    const mask = changed('layer2.0.conv1.weight', (index) => index % 32 !== 5);
    expect(deadOf(mask, 'layer2.0.conv1.weight')).toEqual({ withoutIncoming: [5], withoutOutgoing: [] });
  });

  it('finds an inner filter that the next convolution does not read', () => {
    const mask = changed('layer2.0.conv2.weight', (index) => Math.floor(index / 32) % 32 !== 7);
    expect(deadOf(mask, 'layer2.0.conv1.weight')).toEqual({ withoutIncoming: [], withoutOutgoing: [7] });
    expect(deadOf(mask, 'layer2.0.conv2.weight')).toEqual({ withoutIncoming: [], withoutOutgoing: [] });
  });

  it('finds no stem filter unread, since its channel reaches the classifier', () => {
    const mask = changed('layer1.0.conv1.weight', () => false);
    expect(deadOf(mask, 'conv1.weight').withoutOutgoing).toEqual([]);
    expect(deadOf(mask, 'layer1.0.conv1.weight').withoutIncoming).toHaveLength(16);
  });

  it('counts the filters that structured pruning removes', () => {
    const [mask] = drawMasks(
      specs,
      { ...antiRandomHalves, granularity: 'structured' },
      { seed: 1, family: 0 },
    );
    for (const { filters, withoutIncoming } of findDeadFilters(specs, mask!, wiring))
      expect(withoutIncoming).toHaveLength(filters / 2);
  });
});

describe('the path from the image to the classes', () => {
  it('goes past an inner layer that collapsed, on the shortcut', () => {
    const mask = changed('layer2.0.conv1.weight', () => false);
    expect(findSilentLayers(specs, mask, wiring)).toEqual(['layer2.0.conv1', 'layer2.0.conv2']);
    expect(() => requirePath('child-1', specs, mask, wiring)).not.toThrow();
    expect(findSilentLayers(specs, whole, wiring)).toEqual([]);
  });

  it('ends at a stem that collapsed, which is named', () => {
    const mask = changed('conv1.weight', () => false);
    expect(() => requirePath('child-1', specs, mask, wiring)).toThrow(
      'child-1 would keep no path from the image to the classes: nothing is left of conv1 (432 weights). Take the scope layer',
    );
  });

  it('of a WideResNet ends where a block loses its shortcut and its last convolution', () => {
    const wide = wideResNet(10, 1);
    const tensors = wide.tensors(shape);
    const without = (...layers: string[]): Mask => ({
      ...wholeOf(tensors),
      ...complementOf(
        Object.fromEntries(layers.map((layer) => [`${layer}.weight`, wholeOf(tensors)[`${layer}.weight`]!])),
      ),
    });
    const [conv2, shortcut] = ['block2.layer.0.conv2', 'block2.layer.0.convShortcut'];
    const check = (...layers: string[]) =>
      requirePath('child-1', tensors, without(...layers), wide.wiring!(tensors));
    expect(() => check(conv2)).not.toThrow();
    expect(() => check(shortcut)).not.toThrow();
    expect(() => check(conv2, shortcut)).toThrow(
      'nothing is left of block2.layer.0.conv2 (9216 weights), nothing is left of block2.layer.0.convShortcut (512 weights)',
    );
  });

  it('of a chain ends where a layer reads only what the layer before it doesn’t give', () => {
    const tensors = convNet.tensors(shape);
    const [given, read] = [0, 1];
    const mask = {
      ...wholeOf(tensors),
      'conv1.weight': Uint8Array.from({ length: 432 }, (_, index) => Number(index % 16 === given)),
      'conv2.weight': Uint8Array.from({ length: 9 * 16 * 32 }, (_, index) =>
        Number(Math.floor(index / 32) % 16 === read),
      ),
    };
    const chain = sequentialWiring(tensors);
    expect(findSilentLayers(tensors, mask, chain)).toEqual(['conv2', 'conv3', 'fc']);
    expect(() => requirePath('child-1', tensors, mask, chain)).toThrow('nothing of the image passes conv2');
  });
});
