import { createHash } from 'node:crypto';
import type { ActivationGrid, SaliencyMap, Visualization } from '@kindred/core';
import { findGridPreset, findPreset, findSaliencyMethod } from '@kindred/ml';
import type { FamilyMember } from './family.ts';
import type { TaskContext } from './task.ts';

/**
 * That of a feature visualization.
 * @param otherDigest of the weights of the model that the objective contrasts with
 */
export function visualizationKey(
  context: TaskContext,
  member: FamilyMember,
  { layer, channel, preset, seed, objective }: Visualization,
  otherDigest?: string | null,
): string {
  // A model is what its weights are, whatever its id.
  const contrast = objective.contrast && { weightsDigest: otherDigest, kind: objective.contrast.kind };
  const recipe = { layer, channel, preset: findPreset(preset), seed, objective: { ...objective, contrast } };
  return contentKey(context, member, recipe);
}

/** That of a saliency map of a class; the image's place is in it because the noise follows from it. */
export function saliencyKey(
  context: TaskContext,
  member: FamilyMember,
  { method, seed, imageIndex }: SaliencyMap,
  image: { class: number; dataDigest: string },
): string {
  return contentKey(context, member, { preset: findSaliencyMethod(method), seed, imageIndex, ...image });
}

/** That of an activation grid. */
export function gridKey(
  context: TaskContext,
  member: FamilyMember,
  { layer, preset, seed }: ActivationGrid,
  dataDigest: string,
): string {
  return contentKey(context, member, { layer, preset: findGridPreset(preset), seed, dataDigest });
}

/**
 * SHA-256 over all that a result follows from: equal keys, equal results. Of a model that is its weights, whatever its kind: they are
 * stored with the mask applied, and nothing here reads a mask or drops units; with them how they are wired, and what they look at.
 */
function contentKey(
  { backend, codeVersion }: TaskContext,
  { model: { weightsDigest }, architecture, data }: FamilyMember,
  recipe: object,
): string {
  const { height, width, channels, mean, std } = data;
  const looks = { architecture: architecture.name, height, width, channels, mean, std };
  const all = { weightsDigest, ...looks, ...recipe, backend, codeVersion };
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}
