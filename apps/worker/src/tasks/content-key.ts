import { createHash } from 'node:crypto';
import type { Visualization } from '@kindred/core';
import { findPreset } from '@kindred/ml';

/** SHA-256 over all that a picture follows from: equal keys, equal pictures. */
export function contentKeyOf(
  weightsDigest: string,
  { layer, channel, preset, seed }: Pick<Visualization, 'layer' | 'channel' | 'preset' | 'seed'>,
  backend: string,
  codeVersion: string,
): string {
  const recipe = { weightsDigest, layer, channel, preset: findPreset(preset), seed, backend, codeVersion };
  return createHash('sha256').update(JSON.stringify(recipe)).digest('hex');
}
