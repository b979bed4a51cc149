import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { drawStripes, stripes } from '../datasets/stripes.fixture.ts';
import { pictureTensor, toTensor } from '../datasets/to-tensor.ts';
import { computeActivation } from '../networks/compute-activation.ts';
import { inferencePass } from '../networks/inference-pass.ts';
import { initializeWeights } from '../networks/initialize.ts';
import { createRandom } from '../random/random.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { arrangeCells } from './arrange-cells.ts';
import { factorize, type Matrix } from './factorize.ts';
import { findGridPreset, type GridPreset } from './grid-preset.ts';
import { mixOf } from './mix-of.ts';
import { type Grid, type GridPlan, renderGrid } from './render-grid.ts';

await startRuntime('onnxruntime', { threads: 1 });

const architecture = findArchitecture('convnet');
const weights = initializeWeights(architecture.tensors(stripes), 1);
const quick = findGridPreset('quick');
const cell = { ...quick.cell, size: 12, steps: 8, padding: 0, transforms: [] };
const alone: GridPreset = { name: 'test', cell, groups: 0, batch: 3 };
const grouped: GridPreset = { ...alone, groups: 2 };

const plan = (changes: Partial<GridPlan> = {}): GridPlan => ({
  architecture,
  weights,
  data: stripes,
  layer: 'conv3',
  image: drawStripes(1, 'grid'),
  preset: alone,
  seed: 1,
  ...changes,
});

async function rendered(changes: Partial<GridPlan> = {}): Promise<Grid & { told: number[] }> {
  const told: number[] = [];
  const rendering = renderGrid(plan(changes));
  for (;;) {
    const { done, value } = await rendering.next();
    if (done) return { ...value, told };
    told.push(value);
  }
}

/** [1, height, width, channels]: what the layer says of normalised images. */
const activations = (images: tf.Tensor4D, layer = 'conv3') =>
  computeActivation(architecture, inferencePass(weights), images, layer);

/** The dot product of what the layer says of each cell of the image with what it says of that cell's picture, mean over its map. */
function likeness({ pixels }: Grid): number[] {
  const picture = tf.tensor4d(pixels.data, [1, pixels.height, pixels.width, 1]);
  const normalized = tf.div(tf.sub(tf.div(picture, 255), 0.5), 0.25) as tf.Tensor4D;
  const wanted = activations(toTensor(drawStripes(1, 'grid'), 0, 1, stripes));
  return [0, 1, 2, 3].map((index) => {
    const [y, x] = [Math.floor(index / 2), index % 2];
    const own = tf.slice(normalized, [0, y * 12, x * 12, 0], [1, 12, 12, 1]);
    const come = tf.mean(activations(own), [1, 2]);
    return tf.sum(tf.mul(come, tf.slice(wanted, [0, y, x, 0], [1, 1, 1, -1]))).dataSync()[0]!;
  });
}

describe('an activation grid', () => {
  it.each([
    ['alone', alone],
    ['in groups', grouped],
  ])(
    'of cells %s has a picture a cell that says more of what the cell said than its start',
    async (_, preset) => {
      const start = await rendered({ preset: { ...preset, cell: { ...cell, steps: 0 } } });
      const grid = await rendered({ preset: { ...preset, cell: { ...cell, steps: 24 } } });
      // Pictures of 8×8 halved twice.
      expect(grid).toMatchObject({ height: 2, width: 2, pixels: { height: 24, width: 24, channels: 1 } });
      const before = likeness(start);
      for (const [index, value] of likeness(grid).entries())
        expect(value).toBeGreaterThan(1.1 * before[index]!);
    },
  );

  it('tells of its groups, and of the share that they leave out', async () => {
    const { grouping } = await rendered({ preset: grouped });
    expect(grouping!.groups).toBe(2);
    expect(grouping!.error).toBeGreaterThan(0);
    expect(grouping!.error).toBeLessThan(0.5);
    expect((await rendered()).grouping).toBeNull();
  });

  it('starts from the same pictures in every network', async () => {
    const preset = { ...alone, cell: { ...cell, steps: 0 } };
    const others = initializeWeights(architecture.tensors(stripes), 2);
    const [one, other] = [await rendered({ preset }), await rendered({ preset, weights: others })];
    expect(other.pixels).toEqual(one.pixels);
    expect((await rendered({ preset, seed: 2 })).pixels.data).not.toEqual(one.pixels.data);
  });

  it('is the same whatever the batches of cells that stand alone', async () => {
    const [three, all] = [await rendered(), await rendered({ preset: { ...alone, batch: 64 } })];
    for (const [index, byte] of three.pixels.data.entries())
      expect(Math.abs(byte - all.pixels.data[index]!)).toBeLessThanOrEqual(1);
  });

  it('tells how far it has come, up to the end', async () => {
    const { told } = await rendered();
    // Three cells, then one.
    expect(told).toHaveLength(16);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect([told[7], told[15]]).toEqual([0.75, 1]);
  });

  it('keeps no tensors, finished or stopped', async () => {
    const before = tf.memory().numTensors;
    await rendered({ preset: grouped });
    const stopped = renderGrid(plan());
    await stopped.next();
    await stopped.return({} as Grid);
    expect(tf.memory().numTensors).toBe(before);
  });

  const dark = { ...drawStripes(1, 'grid'), images: new Uint8Array(9) };
  const silent = { ...weights, 'bn3.weight': tf.zeros([64]), 'bn3.bias': tf.zeros([64]) };
  it.each<[Partial<GridPlan>, string]>([
    [{ layer: 'fire6' }, 'Unknown layer "fire6": convnet has conv1, conv2, conv3.'],
    [
      { data: { ...stripes, height: 3, width: 3 }, image: dark },
      'Pictures of 3×3 pixels leave nothing of conv3',
    ],
    [{ preset: { ...alone, cell: { ...cell, size: 2 } } }, 'Pictures of 2×2 pixels leave nothing of conv3'],
    [
      { data: { ...stripes, height: 40, width: 40 }, layer: 'conv1' },
      'conv1 has 1600 cells; a grid has 1024 at most',
    ],
    [{ weights: silent }, 'conv3 is silent on this image'],
  ])('that can’t be is refused: %#', async (changes, message) => {
    await expect(rendered(changes)).rejects.toThrow(message);
  });
});

describe('a cell’s picture', () => {
  it('is 0.7 of its own and half of its groups’ by their weights, or its own alone', () => {
    const matrix = (rows: number, columns: number, ...data: number[]): Matrix => ({
      rows,
      columns,
      data: Float64Array.from(data),
    });
    const factors = { weights: matrix(2, 1, 1, 0.5), groups: matrix(1, 1, 3), error: 0 };
    const expected = [0, 0.7, 0.25, 0.7, 0, 0.5];
    for (const [index, value] of mixOf([1, 0], [0, 1], factors).dataSync().entries())
      expect(value).toBeCloseTo(expected[index]!, 6);
    expect([...mixOf([1], [0, 1], null).dataSync()]).toEqual([0, 1]);
  });

  it('lies where its cell lies', () => {
    const cells = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6].map((value) => new Float32Array(4).fill(value));
    const { data, ...size } = arrangeCells(cells, { height: 2, width: 3 }, 2, 1);
    expect(size).toEqual({ width: 6, height: 4, channels: 1 });
    const [top, bottom] = [
      [25, 25, 51, 51, 76, 76],
      [102, 102, 127, 127, 153, 153],
    ];
    expect([...data]).toEqual([top, top, bottom, bottom].flat());
  });
});

describe('a factorisation', () => {
  it('finds the parts that a matrix was made of, and leaves nothing out', () => {
    // Rows 0 and 3 are of the first part, row 1 of the second, row 2 of both.
    const shares = [
      [1, 0],
      [0, 1],
      [0.5, 0.25],
      [0.5, 0],
    ];
    const parts = [
      [3, 0, 1, 0, 2],
      [0, 4, 0, 1, 2],
    ];
    const data = Float64Array.from(
      shares.flatMap(([a, b]) => parts[0]!.map((value, column) => a! * value + b! * parts[1]![column]!)),
    );
    const found = factorize({ rows: 4, columns: 5, data }, 2, createRandom(1));
    expect(found.error).toBeLessThan(1e-3);
    const first = found.weights.data[0]! > found.weights.data[1]! ? 0 : 1;
    for (const [row, share] of shares.entries()) {
      expect(found.weights.data[row * 2 + first]).toBeCloseTo(share[0]!, 2);
      expect(found.weights.data[row * 2 + 1 - first]).toBeCloseTo(share[1]!, 2);
    }
    for (const [column, value] of parts[0]!.entries())
      expect(found.groups.data[first * 5 + column]).toBeCloseTo(value, 1);
  });

  it('leaves out what its groups cannot hold: of two equal parts by one group half of the squares', () => {
    const identity = { rows: 2, columns: 2, data: Float64Array.of(1, 0, 0, 1) };
    expect(factorize(identity, 1, createRandom(1)).error).toBeCloseTo(Math.SQRT1_2, 6);
  });

  it.each([
    [[1, -1], 'A matrix with -1 in it'],
    [[1, Number.NaN], 'A matrix with NaN in it'],
    [[0, 0], 'A matrix of zeros has no parts.'],
  ])('of %j is refused', (data, message) => {
    const matrix = { rows: 1, columns: 2, data: Float64Array.from(data) };
    expect(() => factorize(matrix, 1, createRandom(1))).toThrow(message);
  });
});

describe('a grid preset', () => {
  it('is that of the two forms, to the last value', () => {
    expect(findGridPreset('simple')).toMatchObject({ groups: 0, cell: { size: 48, steps: 1024 } });
    expect(findGridPreset('grouped')).toMatchObject({ groups: 6, batch: 64, cell: { size: 60 } });
    expect(() => findGridPreset('best')).toThrow(
      'Unknown grid preset "best": known are quick, simple, grouped.',
    );
  });

  it('looks at the image as its network does', () => {
    const image = drawStripes(1, 'grid');
    const normalized = tf.div(tf.sub(pictureTensor(image, stripes), 0.5), 0.25);
    const wanted = toTensor(image, 0, 1, stripes);
    expect(tf.max(tf.abs(tf.sub(normalized, wanted))).dataSync()[0]).toBeLessThan(1e-6);
  });
});
