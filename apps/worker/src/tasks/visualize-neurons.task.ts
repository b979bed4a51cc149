import { lockExperiment, notifyExperiment, type Visualization, visualizeNeuronsJob } from '@kindred/core';
import {
  disposeWeights,
  encodePng,
  findPreset,
  hashPixels,
  type Pixels,
  type Rendering,
  render,
} from '@kindred/ml';
import type { EntityManager } from 'typeorm';
import { drive } from './drive.ts';
import { type FamilyMember, loadMember, loadWeights } from './family.ts';
import { findWishes, type Wish } from './find-wishes.ts';
import { inBatches } from './in-batches.ts';
import { type LoadedMember, loadOther } from './load-other.ts';
import { type Picture, storePicture } from './store-picture.ts';
import { takeOverPictures } from './take-over-pictures.ts';
import { defineTask, type TaskContext } from './task.ts';
import { toObjective } from './to-objective.ts';

/**
 * Renders and hashes the pictures that a model still lacks, and those that lack a step, unless they are there under the same content
 * key. Each batch is stored as soon as it is finished, so that people see it, and so that whoever takes over an interrupted job
 * renders only the rest.
 */
export const visualizeNeurons = defineTask(
  visualizeNeuronsJob,
  async ({ modelId, visualizationIds, steps }, context) => {
    const member = await loadMember(context, modelId);
    const wishes = await findWishes(context, member, visualizationIds, steps);
    const left = await takeOverPictures(context, member, wishes, steps);
    if (left.length > 0) await renderAll(context, member, left, steps);
    return async () => {};
  },
);

/** Batch by batch; the progress is of these alone. */
async function renderAll(
  context: TaskContext,
  member: FamilyMember,
  wishes: readonly Wish[],
  steps: readonly number[],
): Promise<void> {
  const loaded = { ...member, weights: await loadWeights(context, member) };
  const total = wishes.reduce((sum, { preset }) => sum + findPreset(preset).steps, 0);
  let before = 0;
  for (const batch of inBatches(wishes)) {
    const other = await loadOther(context, member, batch[0]!.objective);
    const renderings = await renderBatch(loaded, other, batch, steps, (step) =>
      context.report({ done: before + step * batch.length, total, unit: 'steps' }),
    );
    before += batch.length * findPreset(batch[0]!.preset).steps;
    await context.db.transaction(async (transaction) => {
      await lockExperiment(transaction, member.model.experimentId);
      for (const [index, rendering] of renderings.entries()) {
        await storeRendering(context, batch[index]!, rendering, transaction);
      }
      await notifyExperiment(transaction, member.model.experimentId);
    });
    if (other) disposeWeights(other.weights);
  }
  disposeWeights(loaded.weights);
}

function renderBatch(
  { architecture, data, weights }: LoadedMember,
  other: LoadedMember | undefined,
  batch: readonly Visualization[],
  snapshots: readonly number[],
  onStep: (step: number) => void,
): Promise<Rendering[]> {
  const { layer, preset, seed, objective } = batch[0]!;
  const { diversity, contrast } = objective;
  const factor = contrast?.kind === 'difference' ? -1 : 1;
  return drive(
    render({
      architecture,
      weights,
      data,
      objectives: batch.map(toObjective),
      ...(diversity && { diversity: { layer, weight: diversity.weight } }),
      ...(other && { contrast: { weights: other.weights, weight: factor } }),
      preset: findPreset(preset),
      seed,
      snapshots,
    }),
    onStep,
  );
}

async function storeRendering(
  context: TaskContext,
  wish: Wish,
  { pixels, activation, snapshots }: Rendering,
  transaction: EntityManager,
): Promise<void> {
  const put = (pixels: Pixels) => context.artifacts.put(encodePng(pixels), 'image/png', transaction);
  const { width, height } = pixels;
  const [imageDigest, hashes] = [await put(pixels), hashPixels(pixels)];
  const steps: Picture['steps'][number][] = [];
  for (const { step, pixels, activation } of snapshots)
    steps.push({ step, imageDigest: await put(pixels), activation });
  const picture = { imageDigest, width, height, activation, hashes, steps };
  await storePicture(context, wish, picture, transaction);
}
