import type { HammingDistance } from '@kindred/core';
import type { HashDistanceType, NeuronDistanceType } from './distance.type.ts';

/** Bits of each hash. */
const lengths: HammingDistance = { average: 64, perceptual: 64, difference: 64, wavelet: 64, color: 42 };

export function toNeuronDistance(bits: HammingDistance): NeuronDistanceType {
  const distance = (hash: keyof HammingDistance): HashDistanceType => ({
    bits: bits[hash],
    of: lengths[hash],
  });
  const byHash = {
    average: distance('average'),
    perceptual: distance('perceptual'),
    difference: distance('difference'),
    wavelet: distance('wavelet'),
    color: distance('color'),
  };
  const shares = Object.values(byHash).map(({ bits, of }) => bits / of);
  return { ...byHash, meanShare: shares.reduce((sum, share) => sum + share) / shares.length };
}
