import { createHash } from 'node:crypto';
import type { Visualization } from '@kindred/core';
import { findPreset } from '@kindred/ml';

/** SHA-256 over all that a result follows from: equal keys, equal results. */
export function contentKey(recipe: object): string {
  return createHash('sha256').update(JSON.stringify(recipe)).digest('hex');
}

/** That of a feature visualization. */
export function visualizationKey(
  weightsDigest: string,
  { layer, channel, preset, seed }: Pick<Visualization, 'layer' | 'channel' | 'preset' | 'seed'>,
  backend: string,
  codeVersion: string,
): string {
  return contentKey({
    weightsDigest,
    layer,
    channel,
    preset: findPreset(preset),
    seed,
    backend,
    codeVersion,
  });
}
