import type { ClassScores, Probabilities } from '../metrics/class-scores.ts';

/** Elementwise mean over members of equal shape, in double precision. */
export function meanScores(members: readonly ClassScores[]): Probabilities {
  const { images, classes } = members[0]!;
  const data = new Float64Array(images * classes);
  for (const member of members) for (let k = 0; k < data.length; k++) data[k]! += member.data[k]!;
  for (let k = 0; k < data.length; k++) data[k]! /= members.length;
  return { images, classes, data };
}
