import { spreadOf, type Tally } from './tally.ts';

/** Distances that another one is seen beside. */
export interface Reference {
  /** Bits. */
  mean: number;
  /** Standard deviation of the single distances, in bits; null of one alone. */
  deviation: number | null;
  /** How many distances. */
  count: number;
  /** Which, in words. */
  definition: string;
}

/** Where a distance lies between that of a picture from its like and that of unrelated pictures. */
export interface Calibration {
  floor: Reference | null;
  ceiling: Reference | null;
  /** How far above the ceiling's mean, in its deviations; mostly negative. */
  z: number | null;
  /** 0 at the floor, 1 at the ceiling; may lie beyond either. */
  position: number | null;
  /** What is null, and why. */
  missing: string[];
  /** What `z` and `position` are, in words. */
  definition: string;
}

/** What the two references are made of; null where there are no such distances. */
export interface References {
  floor: Tally | null;
  ceiling: Tally | null;
}

const floorDefinition =
  'floor v1: from the picture of the same model and neuron by each other seed, in both models';

const ceilingDefinition =
  'ceiling v1: between different neurons, one of each model, by the same preset and seed; each picture takes part in many';

const calibrationDefinition =
  'z v1: (distance − mean of the ceiling) / standard deviation of its single distances; position v1: (distance − mean of the floor) / (mean of the ceiling − mean of the floor)';

/** @param bits a distance by one hash, or the mean of several; the references are by the same */
export function calibrate(bits: number, references: References): Calibration {
  const floor = reference(references.floor, floorDefinition);
  const ceiling = reference(references.ceiling, ceilingDefinition);
  const height = floor && ceiling && ceiling.mean - floor.mean;
  const z = ceiling?.deviation ? (bits - ceiling.mean) / ceiling.deviation : null;
  const position = height && height > 0 ? (bits - floor.mean) / height : null;
  const missing = [
    floor === null && 'floor: neither model has a picture by another seed here',
    ceiling === null && 'ceiling: no other neuron has a picture in both models',
    ceiling && z === null && 'z: the distances of the ceiling don’t differ',
    height !== null && position === null && 'position: the ceiling isn’t above the floor',
  ].filter((reason) => reason !== false && reason !== null);
  return { floor, ceiling, z, position, missing, definition: calibrationDefinition };
}

function reference(tally: Tally | null, definition: string): Reference | null {
  return tally && { ...spreadOf(tally), definition };
}
