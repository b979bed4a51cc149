import { isDeepStrictEqual } from 'node:util';
import {
  notifyExperiment,
  plainObjective,
  Visualization,
  VisualizationHashes,
  VisualizationStep,
  visualizeNeuronsJob,
} from '@kindred/core';
import {
  disposeWeights,
  encodePng,
  findPreset,
  hashPixels,
  hashVersion,
  type Pixels,
  type Rendering,
  render,
} from '@kindred/ml';
import { type EntityManager, In } from 'typeorm';
import { visualizationKey } from './content-key.ts';
import { drive } from './drive.ts';
import { loadMember, loadWeights } from './family.ts';
import { inBatches } from './in-batches.ts';
import { type LoadedMember, loadOther } from './load-other.ts';
import { defineTask, type TaskContext } from './task.ts';
import { toObjective } from './to-objective.ts';

/**
 * Renders and hashes the pictures that a model still lacks, and those that lack a step. Each batch is stored as soon as it is
 * finished, so that people see it, and so that whoever takes over an interrupted job renders only the rest.
 */
export const visualizeNeurons = defineTask(
  visualizeNeuronsJob,
  async ({ modelId, visualizationIds, steps }, context) => {
    const member = await loadMember(context, modelId);
    const loaded = { ...member, weights: await loadWeights(context, member) };
    const wished = await findWished(context, visualizationIds, steps);
    const total = wished.reduce((sum, { preset }) => sum + findPreset(preset).steps, 0);
    let before = 0;
    for (const batch of inBatches(wished)) {
      const other = await loadOther(context, member, batch[0]!.objective);
      const renderings = await renderBatch(loaded, other, batch, steps, (step) =>
        context.report({ done: before + step * batch.length, total, unit: 'steps' }),
      );
      before += batch.length * findPreset(batch[0]!.preset).steps;
      await context.db.transaction(async (transaction) => {
        for (const [index, rendering] of renderings.entries()) {
          await storeRendering(context, [loaded, other], batch[index]!, rendering, transaction);
        }
        await notifyExperiment(transaction, member.model.experimentId);
      });
      if (other) disposeWeights(other.weights);
    }
    disposeWeights(loaded.weights);
    return async () => {};
  },
);

/** Those that aren't finished, or aren't kept after each of the steps, by neuron. */
async function findWished(
  { db }: TaskContext,
  ids: readonly string[],
  steps: readonly number[],
): Promise<Visualization[]> {
  const rows = await db.manager.find(Visualization, {
    where: { id: In(ids) },
    relations: { steps: true },
  });
  const indexOf = ({ objective }: Visualization) => objective.diversity?.index ?? 0;
  return rows
    .filter(({ status, steps: kept }) => {
      const lacksStep = steps.some((step) => !kept.some((one) => one.step === step));
      return status === 'queued' || (status === 'done' && lacksStep);
    })
    .sort(
      // The pictures that people look at come before those by further seeds.
      (a, b) =>
        a.seed - b.seed || a.layer.localeCompare(b.layer) || a.channel - b.channel || indexOf(a) - indexOf(b),
    );
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
  [member, other]: readonly [LoadedMember, LoadedMember | undefined],
  visualization: Visualization,
  { pixels, activation, snapshots }: Rendering,
  transaction: EntityManager,
): Promise<void> {
  const { artifacts, backend, codeVersion } = context;
  const { id: visualizationId } = visualization;
  const put = (pixels: Pixels) => artifacts.put(encodePng(pixels), 'image/png', transaction);
  await transaction.update(Visualization, visualizationId, {
    status: 'done',
    imageDigest: await put(pixels),
    width: pixels.width,
    height: pixels.height,
    activation,
    contentKey: visualizationKey(context, member, visualization, other?.model.weightsDigest),
    backend,
    codeVersion,
  });
  const { modelId, preset, seed, objective } = visualization;
  const comparable = isDeepStrictEqual(objective, plainObjective) && activation !== 0;
  const compared = { modelId, preset, seed, comparable };
  const hashes = { visualizationId, ...hashPixels(pixels), version: hashVersion, ...compared };
  await transaction.upsert(VisualizationHashes, hashes, ['visualizationId']);
  for (const { step, pixels, activation } of snapshots) {
    const kept = { visualizationId, step, imageDigest: await put(pixels), activation };
    await transaction.upsert(VisualizationStep, kept, ['visualizationId', 'step']);
  }
}
