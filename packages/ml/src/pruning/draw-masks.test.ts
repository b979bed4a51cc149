import { describe, expect, it } from 'vitest';
import type { TensorSpec } from '../architectures/architecture.ts';
import { findArchitecture } from '../architectures/registry.ts';
import { sizeOf } from '../checkpoints/tensor-data.ts';
import { createRandom } from '../random/random.ts';
import { type Draw, drawMasks } from './draw-masks.ts';
import type { Mask } from './mask.ts';
import type { NamedArrays } from './named-arrays.ts';
import { antiRandomHalves, lotteryTicket, type PruningMethod } from './pruning-method.ts';

const specs = findArchitecture('resnet8').tensors({ channels: 1, classes: 10 });
const prunable = specs.filter(({ role }) => role === 'convolution');
const weights: NamedArrays = Object.fromEntries(
  prunable.map(({ name, shape }, layer) => {
    const random = createRandom('weights', name);
    return [name, Float32Array.from({ length: sizeOf(shape) }, () => random.normal() / (1 + layer))];
  }),
);
const draw: Draw = { seed: 1, family: 0, weights };
const random: PruningMethod = { ...antiRandomHalves, kind: 'random', sparsity: 0.5, children: 3 };

const zeros = (bits: Uint8Array): number => bits.filter((bit) => bit === 0).length;
const all = (mask: Mask): Uint8Array => Uint8Array.from(Object.values(mask).flatMap((bits) => [...bits]));
/** [out][…], the weights of each filter. */
const filtersOf = <T extends Uint8Array | Float32Array>(values: T, { shape }: TensorSpec): T[] =>
  Array.from(
    { length: shape.at(-1)! },
    (_, filter) => values.filter((_, i) => i % shape.at(-1)! === filter) as T,
  );
const oneLayer = (...shape: number[]): TensorSpec[] => [
  { name: 'layer', role: 'convolution', shape, prunable: true },
];

describe('a mask', () => {
  it.each<[number, number, number]>([
    [9, 0.5, 5],
    [10, 0.5, 5],
    [100, 0.333, 33],
    [7, 0.01, 0],
    [300, 0.99, 297],
  ])(
    'over %i weights at sparsity %d has exactly %i zeros, however it is chosen',
    (size, sparsity, wanted) => {
      const layer = oneLayer(1, 1, size, 1);
      const sizes = { layer: Float32Array.from({ length: size }, (_, i) => Math.sin(i)) };
      for (const kind of ['random', 'anti-random', 'magnitude'] as const) {
        const children = kind === 'anti-random' ? 2 : 1;
        const method = { ...antiRandomHalves, kind, sparsity, children, allowCollapse: true };
        const [mask] = drawMasks(layer, method, { seed: 1, family: 0, weights: sizes });
        expect(zeros(mask!.layer!)).toBe(wanted);
      }
    },
  );

  it('prunes every weight equally often where it is random', () => {
    const pruned = new Array<number>(6).fill(0);
    for (let family = 0; family < 1000; family++)
      for (const { layer } of drawMasks(oneLayer(1, 1, 6, 1), random, { seed: 1, family }))
        layer!.forEach((bit, weight) => {
          pruned[weight]! += 1 - bit;
        });
    for (const count of pruned) expect(Math.abs(count - 1500)).toBeLessThan(120);
  });

  it('leaves classifier, norms and biases alone in every method', () => {
    for (const method of [antiRandomHalves, lotteryTicket, random])
      for (const mask of drawMasks(specs, method, draw))
        expect(Object.keys(mask)).toEqual(prunable.map(({ name }) => name));
  });
});

describe('random children', () => {
  it('draw each for itself: two of them share about a quarter', () => {
    const [a, b, c] = drawMasks(specs, random, draw).map(all);
    for (const other of [b!, c!]) {
      const both = a!.filter((bit, index) => bit === 1 && other[index] === 1).length;
      expect(both / a!.length).toBeCloseTo(0.25, 2);
    }
  });

  it('have the same mask however many siblings they have', () => {
    expect(drawMasks(specs, { ...random, children: 5 }, draw).slice(0, 3)).toEqual(
      drawMasks(specs, random, draw),
    );
  });
});

describe('anti-random children', () => {
  it.each([2, 3, 4, 7])('of %i keep each weight exactly once, and equal parts of every layer', (children) => {
    const method = { ...antiRandomHalves, children, sparsity: 1 - 1 / children };
    const masks = drawMasks(specs, method, draw);
    expect(masks).toHaveLength(children);
    for (const { name, shape } of prunable) {
      const size = sizeOf(shape);
      const parts = masks.map((mask) => mask[name]!);
      expect(parts[0]!.every((_, i) => parts.reduce((sum, bits) => sum + bits[i]!, 0) === 1)).toBe(true);
      expect(zeros(parts[0]!)).toBe(Math.round((1 - 1 / children) * size));
      for (const part of parts) expect(Math.abs(size - zeros(part) - size / children)).toBeLessThan(1);
    }
  });

  it('of two share out unequal parts too', () => {
    const [sparse, dense] = drawMasks(specs, { ...antiRandomHalves, sparsity: 0.8 }, draw).map(all);
    expect(zeros(sparse!) / sparse!.length).toBeCloseTo(0.8, 3);
    expect(sparse!.every((bit, index) => bit + dense![index]! === 1)).toBe(true);
  });

  it('split whole filters where pruning is structured', () => {
    const [a, b] = drawMasks(specs, { ...antiRandomHalves, granularity: 'structured' }, draw);
    for (const spec of prunable) {
      const kept = filtersOf(a![spec.name]!, spec).map((bits) => new Set(bits));
      expect(kept.every((bits) => bits.size === 1)).toBe(true);
      expect(kept.filter((bits) => bits.has(0))).toHaveLength(spec.shape.at(-1)! / 2);
      expect(a![spec.name]!.every((bit, index) => bit + b![spec.name]![index]! === 1)).toBe(true);
    }
  });

  it('split every filter where the scope is the filter', () => {
    const masks = drawMasks(specs, { ...antiRandomHalves, scope: 'filter' }, draw);
    for (const spec of prunable)
      for (const [child, mask] of masks.entries())
        for (const bits of filtersOf(mask[spec.name]!, spec))
          expect(zeros(bits)).toBe(child === 0 ? Math.round(bits.length / 2) : Math.floor(bits.length / 2));
  });

  it('split the pool where the scope is global, layers unevenly', () => {
    const [mask, sibling] = drawMasks(specs, { ...antiRandomHalves, scope: 'global' }, draw);
    const [bits, others] = [all(mask!), all(sibling!)];
    expect(zeros(bits)).toBe(Math.round(bits.length / 2));
    expect(bits.every((bit, index) => bit + others[index]! === 1)).toBe(true);
    expect(prunable.some(({ name }) => 2 * zeros(mask![name]!) !== mask![name]!.length)).toBe(true);
  });
});

describe('the lottery ticket', () => {
  it('keeps, of all tensors together, no weight smaller than one that it prunes', () => {
    const [ticket] = drawMasks(specs, lotteryTicket, draw);
    const bits = all(ticket!);
    const sizes = prunable.flatMap(({ name }) => [...weights[name]!]).map(Math.abs);
    const kept = sizes.filter((_, index) => bits[index] === 1);
    const pruned = sizes.filter((_, index) => bits[index] === 0);
    expect(pruned).toHaveLength(Math.round(sizes.length / 2));
    expect(Math.max(...pruned)).toBeLessThanOrEqual(Math.min(...kept));
  });

  it('takes more from layers of small weights, unless it is local', () => {
    const sparsities = (method: PruningMethod) => {
      const [mask] = drawMasks(specs, method, draw);
      return prunable.map(({ name }) => zeros(mask![name]!) / mask![name]!.length);
    };
    const global = sparsities(lotteryTicket);
    expect(global.at(-1)! - global[0]!).toBeGreaterThan(0.3);
    expect(sparsities({ ...lotteryTicket, scope: 'layer' })).toEqual(prunable.map(() => 0.5));
  });

  it('goes by the mean of |w| where it prunes filters, whatever their size', () => {
    const two: TensorSpec[] = [
      { name: 'wide', role: 'convolution', shape: [1, 1, 4, 2], prunable: true },
      { name: 'slim', role: 'convolution', shape: [1, 1, 1, 2], prunable: true },
    ];
    const values = {
      wide: Float32Array.of(1, 3, -1, -3, 1, 3, -1, -3),
      slim: Float32Array.of(-2, 0.5),
    };
    const method: PruningMethod = { ...lotteryTicket, granularity: 'structured' };
    const [mask] = drawMasks(two, method, { seed: 1, family: 0, weights: values });
    expect(mask).toEqual({ wide: Uint8Array.of(0, 1, 0, 1, 0, 1, 0, 1), slim: Uint8Array.of(1, 0) });
  });

  it('prunes the first of equal weights', () => {
    const equal = { layer: Float32Array.of(1, -1, 1, 0.5, 1) };
    const [mask] = drawMasks(oneLayer(1, 1, 5, 1), lotteryTicket, { seed: 1, family: 0, weights: equal });
    expect([...mask!.layer!]).toEqual([0, 0, 1, 0, 1]);
  });

  it.each<[string, NamedArrays | undefined, string]>([
    ['no weights', undefined, "needs the parent's weights, and none came"],
    ['a tensor missing', {}, 'No values of tensor layer came; it is [1,1,2,1] and needs 2.'],
    ['too few of them', { layer: Float32Array.of(1) }, '1 values of tensor layer came'],
    [
      'a number that is none',
      { layer: Float32Array.of(1, Number.NaN) },
      'Tensor layer holds NaN at index 1; every weight must be finite.',
    ],
  ])('of %s is refused', (_, values, message) => {
    const from: Draw = { seed: 1, family: 0, ...(values && { weights: values }) };
    expect(() => drawMasks(oneLayer(1, 1, 2, 1), lotteryTicket, from)).toThrow(message);
  });
});

describe('a layer that would collapse', () => {
  const small = { ...weights, 'layer1.0.conv1.weight': new Float32Array(16 * 16 * 9) };
  const from = { ...draw, weights: small };

  it('is refused by name, with the child', () => {
    expect(() => drawMasks(specs, lotteryTicket, from)).toThrow(
      'Child 1 would keep nothing of layer1.0.conv1.weight (2304 weights): the layer collapses.',
    );
  });

  it('may do so where that is wanted', () => {
    const [mask] = drawMasks(specs, { ...lotteryTicket, allowCollapse: true }, from);
    expect(mask!['layer1.0.conv1.weight']!.includes(1)).toBe(false);
  });
});

describe('a method of pruning', () => {
  it.each<[Partial<PruningMethod>, string]>([
    [
      { kind: 'best' as 'random' },
      'Unknown kind of pruning "best": known are random, anti-random, magnitude.',
    ],
    [{ granularity: 'neurons' as 'structured' }, 'Unknown granularity "neurons"'],
    [{ scope: 'local' as 'layer' }, 'Unknown scope "local": known are layer, filter, global.'],
    [{ sparsity: 0 }, 'Sparsity 0 is no share'],
    [{ sparsity: 1 }, 'Sparsity 1 is no share'],
    [{ sparsity: Number.NaN }, 'Sparsity NaN'],
    [{ children: 1.5 }, '1.5 children came'],
    [{ children: 1 }, '1 anti-random child came'],
    [{ children: 3 }, 'Sparsity 0.5 came for 3 anti-random children; each keeps 1/3: take 0.66666'],
    [{ kind: 'magnitude' }, '2 tickets came'],
    [{ scope: 'filter', granularity: 'structured' }, 'so no share of each filter'],
  ])('%j instead is refused', (values, message) => {
    expect(() => drawMasks(specs, { ...antiRandomHalves, ...values }, draw)).toThrow(message);
  });
});
