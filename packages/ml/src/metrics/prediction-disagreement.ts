import { type ClassScores, requireMembers } from './class-scores.ts';
import { pairsOf } from './kl-divergence.ts';
import { mean } from './mean.ts';
import { predictedClasses } from './predicted-classes.ts';

/** Prediction disagreement ratio: share of images, 0 to 1, that two members put in other classes, mean over pairs. */
export const predictionDisagreement = (members: readonly ClassScores[]): number =>
  mean(disagreementPerImage(members));

/** [images], share of the pairs of members that disagree. */
export function disagreementPerImage(members: readonly ClassScores[]): Float64Array {
  requireMembers(members, 2);
  const predicted = members.map(predictedClasses);
  const pairs = pairsOf(members.length, 'i<j');
  const disagreeing = (image: number) =>
    pairs.filter(([i, j]) => predicted[i]![image] !== predicted[j]![image]);
  return Float64Array.from(
    { length: members[0]!.images },
    (_, image) => disagreeing(image).length / pairs.length,
  );
}
