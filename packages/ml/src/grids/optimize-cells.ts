import * as tf from '@tensorflow/tfjs';
import { compile } from '../compiler/compile.ts';
import { stepThrough } from '../compiler/step-through.ts';
import { disposeTensors } from '../compiler/tensors.ts';
import { adamCorrection } from '../optvis/adam.ts';
import { fourierImage } from '../optvis/fourier-image.ts';
import { affineMaps, drawSources } from '../optvis/transforms.ts';
import { createRandom, type Random } from '../random/random.ts';
import type { Factorization, Matrix } from './factorize.ts';
import { type CellPictures, cellPictures, type GridInput, type GridSubject, gridStep } from './grid-step.ts';
import { mixOf } from './mix-of.ts';
import type { GridPlan } from './render-grid.ts';

/**
 * Optimises the pictures of some cells together. Yields the share of the whole grid that is then done; returns each picture's values,
 * [size, size, channels] in [0, 1].
 * @param cells in order, those before them being done
 * @param targets [cells, channels]: what the layer says of every cell of its map
 */
export async function* optimizeCells(
  plan: GridPlan,
  cells: readonly number[],
  targets: Matrix,
  factors: Factorization | null,
): AsyncGenerator<number, Float32Array[]> {
  const { steps } = plan.preset.cell;
  const groups = factors?.groups.rows ?? 0;
  const streamOf = (part: number | string) => createRandom(plan.seed, 'grid', plan.layer, part);
  const streams = cells.map(streamOf);
  const start = startState(plan, [
    ...streams,
    ...Array.from({ length: groups }, (_, group) => streamOf(`group ${group}`)),
  ]);
  const run = await compile(gridStep, subjectOf(plan), { weights: plan.weights })
    .start(start)
    .finally(() => disposeTensors(start));
  try {
    let done = 0;
    const inputs = stepInputs(plan, { cells, streams, targets, factors, batches: streamOf('batches') });
    for await (const _ of stepThrough(run, inputs))
      yield (cells[0]! + (cells.length * ++done) / steps) / targets.rows;
    const { moments, ...pictures } = await run.read();
    disposeTensors({ moments });
    return await finish(plan, { ...pictures, mix: mixOf(cells, cells, factors) });
  } finally {
    run.dispose();
  }
}

function subjectOf({ architecture, data, layer, preset }: GridPlan): GridSubject {
  return { architecture, data, layer, preset: preset.cell };
}

/** The cells' own parts, then the groups'. */
function startState({ preset: { cell }, data }: GridPlan, streams: Random[]) {
  const parametrization = fourierImage(cell.size, data.channels);
  const starts = streams.map((random) => parametrization.start(random));
  const length = starts[0]!.length;
  const values = new Float32Array(starts.length * length);
  for (const [part, start] of starts.entries()) values.set(start, part * length);
  const shape: [number, number] = [starts.length, length];
  return {
    parts: tf.tensor2d(values, shape),
    moments: { first: tf.zeros(shape), second: tf.zeros(shape) },
    waves: parametrization.constants(),
  };
}

interface Course {
  cells: readonly number[];
  /** One a cell, for its transforms. */
  streams: readonly Random[];
  targets: Matrix;
  factors: Factorization | null;
  /** Draws which cells have their turn. */
  batches: Random;
}

/** Every step's cells, with their transforms drawn from each one's own stream. */
function* stepInputs(
  { preset: { cell, batch } }: GridPlan,
  { cells, streams, targets, factors, batches }: Course,
): Generator<GridInput> {
  const padded = cell.size + 2 * cell.padding;
  const all = cells.map((_, index) => index);
  for (let step = 1; step <= cell.steps; step++) {
    const turns = cells.length > batch ? [...batches.permutation(cells.length).subarray(0, batch)] : all;
    const chosen = turns.map((turn) => cells[turn]!);
    const sources = turns.map((turn) => drawSources(cell.transforms, padded, streams[turn]!));
    yield {
      maps: affineMaps(sources),
      correction: adamCorrection(step),
      mix: mixOf(chosen, cells, factors),
      targets: rowsOf(targets, chosen),
    };
  }
}

/** [cells, 1, 1, channels] */
function rowsOf({ columns, data }: Matrix, cells: readonly number[]): tf.Tensor4D {
  const values = new Float32Array(cells.length * columns);
  for (const [row, cell] of cells.entries())
    values.set(data.subarray(cell * columns, (cell + 1) * columns), row * columns);
  return tf.tensor4d(values, [cells.length, 1, 1, columns]);
}

/** Takes over the pictures. */
async function finish(plan: GridPlan, pictures: CellPictures): Promise<Float32Array[]> {
  const { preset, data } = subjectOf(plan);
  const run = await compile(cellPictures, { preset, data }).start({});
  try {
    const { images } = await run.step(pictures);
    const [cells] = images.shape;
    const values = (await images.data()) as Float32Array;
    images.dispose();
    const length = values.length / cells;
    return Array.from({ length: cells }, (_, cell) => values.slice(cell * length, (cell + 1) * length));
  } finally {
    disposeTensors(pictures);
    run.dispose();
  }
}
