import { beforeAll, describe, expect, it } from 'vitest';
import type { Dropout } from '../architectures/architecture.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { type DropoutDraw, drawDropoutMasks } from './dropout-masks.ts';

beforeAll(() => startRuntime('cpu'));

const dropouts: Dropout[] = [
  { name: 'a', shape: [8, 6, 16] },
  { name: 'b', shape: [4, 3, 32] },
];
const draw = (values: Partial<DropoutDraw> = {}) => {
  const masks = drawDropoutMasks(dropouts, {
    rate: 0.2,
    batchSize: 4,
    seed: 1,
    stream: 'parent',
    step: 0,
    ...values,
  });
  return Object.entries(masks).map(([name, mask]) => ({
    name,
    shape: mask.shape,
    units: [...mask.dataSync()],
  }));
};

describe('dropout masks', () => {
  it('lie under the name of each dropout, a mask of its own for each image', () => {
    expect(draw().map(({ name, shape }) => [name, shape])).toEqual([
      ['a', [4, 8, 6, 16]],
      ['b', [4, 4, 3, 32]],
    ]);
    const [{ units }] = draw() as [ReturnType<typeof draw>[number]];
    const image = (index: number) => units.slice(index * 768, (index + 1) * 768);
    expect(image(0)).not.toEqual(image(1));
  });

  it.each([0.1, 0.5, 0.8])(
    'drop that share of the units, %d, and scale the others so that means stay',
    (rate) => {
      for (const { units } of draw({ rate, batchSize: 16 })) {
        const kept = units.filter((value) => value !== 0);
        expect(new Set(kept)).toEqual(new Set([Math.fround(1 / (1 - rate))]));
        expect(1 - kept.length / units.length).toBeCloseTo(rate, 1.5);
      }
    },
  );

  it('are the same for the same key, and others for another seed, stream, step or name', () => {
    expect(draw()).toEqual(draw());
    for (const change of [{ seed: 2 }, { stream: 'child-1' }, { step: 1 }]) {
      for (const [index, { units }] of draw(change).entries())
        expect(units).not.toEqual(draw()[index]!.units);
    }
    const twins = drawDropoutMasks(
      ['a', 'b'].map((name) => ({ name, shape: [8, 6, 16] })),
      { rate: 0.5, batchSize: 1, seed: 1, stream: 'parent', step: 0 },
    );
    expect([...twins.a!.dataSync()]).not.toEqual([...twins.b!.dataSync()]);
  });

  it('are none at a rate of 0', () => {
    expect(draw({ rate: 0 })).toEqual([]);
  });

  it.each([-0.1, 1, Number.NaN])('are refused at a rate of %d', (rate) => {
    expect(() => draw({ rate })).toThrow(
      `A dropout rate of ${rate} came; it is a share of units, from 0 to below 1.`,
    );
  });
});
