import { runOnce } from '../compiler/run-once.ts';
import { disposeTensors } from '../compiler/tensors.ts';
import type { ImageSet } from '../datasets/dataset.ts';
import { pictureTensor } from '../datasets/to-tensor.ts';
import { badInput } from '../errors/domain-error.ts';
import type { Pixels } from '../images/pixels.ts';
import { type MapSize, mapSizes } from '../networks/map-sizes.ts';
import type { Weights } from '../networks/pass.ts';
import { createRandom } from '../random/random.ts';
import { arrangeCells } from './arrange-cells.ts';
import { type Factorization, factorize, type Matrix } from './factorize.ts';
import type { GridPreset } from './grid-preset.ts';
import { activationOf, type GridSubject } from './grid-step.ts';
import { optimizeCells } from './optimize-cells.ts';

export interface GridPlan extends Omit<GridSubject, 'preset'> {
  weights: Weights;
  data: GridSubject['data'] & MapSize;
  /** The one image that the layer looks at. */
  image: ImageSet;
  preset: GridPreset;
  /** With layer and cell it fixes start pictures and transforms, whatever the model. */
  seed: number;
}

export interface Grid extends MapSize {
  /** A picture a cell, side by side. */
  pixels: Pixels;
  /** The groups that the cells share pictures of, and the share of the activations that they leave out; null without. */
  grouping: { groups: number; error: number } | null;
}

/** More cells would take days, and more memory than there is. */
const mostCells = 1024;

/**
 * What each cell of a layer's map says of an image, as pictures (paper, §III-C). Yields the share of the work that is done after each
 * step, 0 to 1; returns the grid.
 * @throws DomainError BAD_INPUT for an unknown layer, one of too many cells, pictures too small for it, and an image of which it says
 * nothing
 */
export async function* renderGrid(plan: GridPlan): AsyncGenerator<number, Grid> {
  const { data, preset } = plan;
  const size = requireMap(plan);
  const targets = await readTargets(plan);
  const factors = preset.groups > 0 ? factorOf(targets, plan) : null;
  // Cells that share groups are optimised together; those that don't can go one batch after the other.
  const atOnce = factors ? targets.rows : preset.batch;
  const cells: Float32Array[] = [];
  while (cells.length < targets.rows) {
    const from = cells.length;
    const some = Array.from({ length: Math.min(atOnce, targets.rows - from) }, (_, cell) => from + cell);
    cells.push(...(yield* optimizeCells(plan, some, targets, factors)));
  }
  const grouping = factors && { groups: factors.groups.rows, error: factors.error };
  return { ...size, grouping, pixels: arrangeCells(cells, size, preset.cell.size, data.channels) };
}

/** The layer's map of the image; of a cell's picture it has to have one too. */
function requireMap({ architecture, layer, weights, data, preset: { cell } }: GridPlan): MapSize {
  const mapOf = (picture: MapSize) =>
    mapSizes(architecture, weights, [layer], { ...picture, channels: data.channels })[layer]!;
  const size = mapOf(data);
  mapOf({ height: cell.size, width: cell.size });
  const cells = size.height * size.width;
  if (cells <= mostCells) return size;
  throw badInput(`${layer} has ${cells} cells; a grid has ${mostCells} at most: take a deeper layer.`);
}

/** What the layer says of the image: [cells, channels] */
async function readTargets({ architecture, layer, weights, data, image }: GridPlan): Promise<Matrix> {
  const images = pictureTensor(image, data);
  const answer = await runOnce(activationOf, { architecture, data, layer }, { weights, images });
  const values = Float64Array.from(await answer.activation.data());
  const columns = answer.activation.shape[3];
  disposeTensors({ images, ...answer });
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined)
    throw badInput(`${layer} answers this image with ${wrong}: the network can’t be looked into here.`);
  if (values.every((value) => value === 0))
    throw badInput(
      `${layer} is silent on this image: all its activations are 0, so there is nothing to show.`,
    );
  return { rows: values.length / columns, columns, data: values };
}

/** Groups of channels that go together. What a layer without ReLU says below 0 is left out: parts add up. */
function factorOf({ rows, columns, data }: Matrix, { preset, seed, layer }: GridPlan): Factorization {
  const positive = { rows, columns, data: data.map((value) => Math.max(0, value)) };
  const groups = Math.min(preset.groups, rows, columns);
  return factorize(positive, groups, createRandom(seed, 'grid', layer, 'factors'));
}
