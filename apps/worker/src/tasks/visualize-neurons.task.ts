import { notifyExperiment, Visualization, VisualizationHashes, visualizeNeuronsJob } from '@kindred/core';
import {
  disposeWeights,
  encodePng,
  findPreset,
  hashPixels,
  hashVersion,
  type Rendering,
  render,
  type Weights,
} from '@kindred/ml';
import { type EntityManager, In } from 'typeorm';
import { visualizationKey } from './content-key.ts';
import { drive } from './drive.ts';
import { type FamilyMember, loadMember, loadWeights } from './family.ts';
import { defineTask, type TaskContext } from './task.ts';

/** Pictures that are optimised together; they share a layer, a preset and a seed. */
const batchSize = 8;

/**
 * Renders and hashes the pictures that a model still lacks. Each batch is stored as soon as it is finished, so that people
 * see it, and so that whoever takes over an interrupted job renders only the rest.
 */
export const visualizeNeurons = defineTask(
  visualizeNeuronsJob,
  async ({ modelId, visualizationIds }, context) => {
    const member = await loadMember(context, modelId);
    const weights = await loadWeights(context, member);
    const wished = await context.db.manager.find(Visualization, {
      where: { id: In(visualizationIds), status: 'queued' },
      order: { layer: 'ASC', channel: 'ASC' },
    });
    const total = wished.reduce((sum, { preset }) => sum + findPreset(preset).steps, 0);
    let before = 0;
    for (const batch of inBatches(wished)) {
      const renderings = await renderBatch(member, weights, batch, (step) =>
        context.report({ done: before + step * batch.length, total, unit: 'steps' }),
      );
      before += batch.length * findPreset(batch[0]!.preset).steps;
      await context.db.transaction(async (transaction) => {
        for (const [index, rendering] of renderings.entries()) {
          await storeRendering(context, member, batch[index]!, rendering, transaction);
        }
        await notifyExperiment(transaction, member.model.experimentId);
      });
    }
    disposeWeights(weights);
    return async () => {};
  },
);

function inBatches(wished: readonly Visualization[]): Visualization[][] {
  const batches: Visualization[][] = [];
  for (const one of wished) {
    const last = batches.at(-1);
    if (last && last.length < batchSize && alike(last[0]!, one)) last.push(one);
    else batches.push([one]);
  }
  return batches;
}

function alike(a: Visualization, b: Visualization): boolean {
  return a.layer === b.layer && a.preset === b.preset && a.seed === b.seed;
}

function renderBatch(
  { architecture, data }: FamilyMember,
  weights: Weights,
  batch: readonly Visualization[],
  onStep: (step: number) => void,
): Promise<Rendering[]> {
  const { layer, preset, seed } = batch[0]!;
  const channels = batch.map(({ channel }) => channel);
  return drive(
    render({ architecture, weights, data, layer, channels, preset: findPreset(preset), seed }),
    onStep,
  );
}

async function storeRendering(
  { artifacts, backend, codeVersion }: TaskContext,
  { model }: FamilyMember,
  visualization: Visualization,
  { pixels, activation }: Rendering,
  transaction: EntityManager,
): Promise<void> {
  await transaction.update(Visualization, visualization.id, {
    status: 'done',
    imageDigest: await artifacts.put(encodePng(pixels), 'image/png', transaction),
    width: pixels.width,
    height: pixels.height,
    activation,
    contentKey: visualizationKey(model.weightsDigest!, visualization, backend, codeVersion),
    backend,
    codeVersion,
  });
  const { id: visualizationId, modelId, preset, seed } = visualization;
  const compared = { modelId, preset, seed, comparable: activation !== 0 };
  const hashes = { visualizationId, ...hashPixels(pixels), version: hashVersion, ...compared };
  await transaction.insert(VisualizationHashes, hashes);
}
