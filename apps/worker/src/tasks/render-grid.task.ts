import { ActivationGrid, renderGridJob } from '@kindred/core';
import { digestOf, disposeWeights, encodePng, findGridPreset, renderGrid as render } from '@kindred/ml';
import { gridKey } from './content-key.ts';
import { drive } from './drive.ts';
import { loadMember, loadWeights } from './family.ts';
import { findFinished } from './find-finished.ts';
import { loadImages } from './load-images.ts';
import { defineTask, type Store } from './task.ts';

/** Renders what a layer of a model says of an image, cell by cell, as one picture, unless it is there under the same content key. */
export const renderGrid = defineTask(renderGridJob, async ({ modelId, gridId }, context) => {
  const member = await loadMember(context, modelId);
  const grid = await context.db.manager.findOneByOrFail(ActivationGrid, { id: gridId });
  const { imageIndex, layer, seed } = grid;
  const [image] = await loadImages(context, member, [imageIndex]);
  const dataDigest = digestOf(image!);
  const contentKey = gridKey(context, member, grid, dataDigest);
  const [finished] = await findFinished(context, ActivationGrid, [contentKey]);
  if (finished) return storeGrid(gridId, finished);
  const weights = await loadWeights(context, member);
  const { architecture, data } = member;
  const preset = findGridPreset(grid.preset);
  const { steps } = preset.cell;
  const { pixels, height, width, grouping } = await drive(
    render({ architecture, data, layer, weights, image: image!, preset, seed }),
    (share) => context.report({ done: Math.floor(share * steps), total: steps, unit: 'steps' }),
  );
  disposeWeights(weights);
  const { backend, codeVersion, artifacts } = context;
  const result = {
    rows: height,
    columns: width,
    cellSize: preset.cell.size,
    grouping,
    dataDigest,
    backend,
    codeVersion,
  };
  return async (transaction) => {
    const imageDigest = await artifacts.put(encodePng(pixels), 'image/png', transaction);
    await storeGrid(gridId, { imageDigest, contentKey, result })(transaction);
  };
});

type Finished = Pick<ActivationGrid, 'imageDigest' | 'contentKey' | 'result'>;

/** How to store a grid, whether it was rendered for this or taken over. */
function storeGrid(gridId: string, { imageDigest, contentKey, result }: Finished): Store {
  return async (transaction) => {
    await transaction.update(ActivationGrid, gridId, { status: 'done', imageDigest, contentKey, result });
  };
}
