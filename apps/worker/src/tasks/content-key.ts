import { createHash } from 'node:crypto';
import type { Visualization } from '@kindred/core';
import { findPreset } from '@kindred/ml';

/** SHA-256 over all that a result follows from: equal keys, equal results. */
export function contentKey(recipe: object): string {
  return createHash('sha256').update(JSON.stringify(recipe)).digest('hex');
}

interface Origin {
  weightsDigest: string;
  /** Of the model that the objective contrasts with. */
  otherDigest?: string;
  backend: string;
  codeVersion: string;
}

/** That of a feature visualization. */
export function visualizationKey(
  { layer, channel, preset, seed, objective }: Visualization,
  { weightsDigest, otherDigest, backend, codeVersion }: Origin,
): string {
  // A model is what its weights are, whatever its id.
  const contrast = objective.contrast && { weightsDigest: otherDigest, kind: objective.contrast.kind };
  const recipe = { weightsDigest, layer, channel, preset: findPreset(preset), seed };
  return contentKey({ ...recipe, objective: { ...objective, contrast }, backend, codeVersion });
}
