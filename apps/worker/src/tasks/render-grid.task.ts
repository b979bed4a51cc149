import { ActivationGrid, renderGridJob } from '@kindred/core';
import {
  digestOf,
  disposeWeights,
  encodePng,
  findGridPreset,
  renderGrid as render,
  selectImages,
} from '@kindred/ml';
import { gridKey } from './content-key.ts';
import { drive } from './drive.ts';
import { loadMember, loadTestImages, loadWeights } from './family.ts';
import { defineTask } from './task.ts';

/** Renders what a layer of a model says of a test image, cell by cell, as one picture. */
export const renderGrid = defineTask(renderGridJob, async ({ modelId, gridId }, context) => {
  const member = await loadMember(context, modelId);
  const grid = await context.db.manager.findOneByOrFail(ActivationGrid, { id: gridId });
  const { imageIndex, layer, seed } = grid;
  const image = selectImages(await loadTestImages(context, member), Uint32Array.of(imageIndex));
  const weights = await loadWeights(context, member);
  const { architecture, data } = member;
  const preset = findGridPreset(grid.preset);
  const { steps } = preset.cell;
  const { pixels, height, width, grouping } = await drive(
    render({ architecture, data, layer, weights, image, preset, seed }),
    (share) => context.report({ done: Math.floor(share * steps), total: steps, unit: 'steps' }),
  );
  disposeWeights(weights);
  const { backend, codeVersion, artifacts } = context;
  const dataDigest = digestOf(image);
  return async (transaction) => {
    await transaction.update(ActivationGrid, gridId, {
      status: 'done',
      imageDigest: await artifacts.put(encodePng(pixels), 'image/png', transaction),
      contentKey: gridKey(context, member, grid, dataDigest),
      result: {
        rows: height,
        columns: width,
        cellSize: preset.cell.size,
        grouping,
        dataDigest,
        backend,
        codeVersion,
      },
    });
  };
});
