import {
  byHash,
  type Calibration,
  type HammingDistance,
  type HashName,
  hashLengths,
  hashNames,
  type NeuronRef,
} from '@kindred/core';
import type { NeuronDistanceType } from './distance.type.ts';

/** @param calibrate is called where a query asks how far a distance by that hash is from its floor and ceiling */
export function toNeuronDistance(
  ref: NeuronRef,
  bits: HammingDistance,
  calibrate: (hash: HashName) => Promise<Calibration>,
): NeuronDistanceType {
  const distances = byHash((hash) => ({
    hash,
    bits: bits[hash],
    of: hashLengths[hash],
    share: bits[hash] / hashLengths[hash],
    calibrate,
  }));
  const sum = hashNames.reduce((total, hash) => total + distances[hash].share, 0);
  return { ref, ...distances, meanShare: sum / hashNames.length };
}
