import { createHash } from 'node:crypto';
import type { Visualization } from '@kindred/core';
import { findPreset } from '@kindred/ml';

interface Origin {
  weightsDigest: string;
  /** Of the model that the objective contrasts with. */
  otherDigest?: string;
  backend: string;
  codeVersion: string;
}

/** SHA-256 over all that a picture follows from: equal keys, equal pictures. */
export function contentKeyOf(
  { layer, channel, preset, seed, objective }: Visualization,
  { weightsDigest, otherDigest, backend, codeVersion }: Origin,
): string {
  // A model is what its weights are, whatever its id.
  const contrast = objective.contrast && { weightsDigest: otherDigest, kind: objective.contrast.kind };
  const recipe = { weightsDigest, layer, channel, preset: findPreset(preset), seed };
  const whole = { ...recipe, objective: { ...objective, contrast }, backend, codeVersion };
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex');
}
