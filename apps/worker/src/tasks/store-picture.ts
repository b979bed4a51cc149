import { isDeepStrictEqual } from 'node:util';
import { plainObjective, Visualization, VisualizationHashes, VisualizationStep } from '@kindred/core';
import { hashVersion, type PixelHashes } from '@kindred/ml';
import type { EntityManager } from 'typeorm';
import type { Wish } from './find-wishes.ts';
import type { TaskContext } from './task.ts';

/** A finished picture as it is kept. */
export interface Picture {
  imageDigest: string;
  /** Pixels. */
  width: number;
  height: number;
  activation: number;
  /** Of today's `hashVersion`. */
  hashes: PixelHashes;
  /** As it was after the steps that were asked for. */
  steps: readonly Pick<VisualizationStep, 'step' | 'imageDigest' | 'activation'>[];
}

/** Fulfils a wish for a picture, whether it was rendered for this or taken over. */
export async function storePicture(
  { backend, codeVersion }: TaskContext,
  { id: visualizationId, modelId, layer, channel, preset, seed, objective, contentKey }: Wish,
  { hashes, steps, ...picture }: Picture,
  transaction: EntityManager,
): Promise<void> {
  const origin = { contentKey, backend, codeVersion };
  // It may have been given up meanwhile, with a reason.
  const done = { status: 'done', error: null } as const;
  await transaction.update(Visualization, visualizationId, { ...done, ...picture, ...origin });
  const comparable = isDeepStrictEqual(objective, plainObjective) && picture.activation !== 0;
  const compared = { modelId, layer, channel, preset, seed, comparable };
  const hashed = { ...hashes, visualizationId, version: hashVersion, ...compared };
  await transaction.upsert(VisualizationHashes, hashed, ['visualizationId']);
  for (const step of steps)
    await transaction.upsert(VisualizationStep, { ...step, visualizationId }, ['visualizationId', 'step']);
}
