import { badInput } from '../errors/domain-error.ts';
import { brightness } from './brightness.ts';
import { contrast } from './contrast.ts';
import type { Corruption } from './corruption.ts';
import { defocusBlur } from './defocus-blur.ts';
import { gaussianBlur } from './gaussian-blur.ts';
import { gaussianNoise } from './gaussian-noise.ts';
import { impulseNoise } from './impulse-noise.ts';
import { shotNoise } from './shot-noise.ts';

/** Every corruption that can be made here, by name. */
export const corruptions: ReadonlyMap<string, Corruption> = new Map(
  [gaussianNoise, shotNoise, impulseNoise, defocusBlur, gaussianBlur, contrast, brightness].map(
    (corruption) => [corruption.name, corruption],
  ),
);

export function findCorruption(name: string): Corruption {
  const corruption = corruptions.get(name);
  if (!corruption)
    throw badInput(`Unknown corruption "${name}": known are ${[...corruptions.keys()].join(', ')}.`);
  return corruption;
}
