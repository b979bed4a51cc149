import { type ClassScores, type Labels, requireLabels, requireScores } from './class-scores.ts';
import { mean } from './mean.ts';
import { predictedClasses } from './predicted-classes.ts';

/** Share of images, 0 to 1, whose highest score (logit or probability) is that of their label. */
export const accuracy = (scores: ClassScores, labels: Labels): number => mean(hits(scores, labels));

/** [images], 1 where the predicted class is the label, else 0. */
export function hits(scores: ClassScores, labels: Labels): Uint8Array {
  requireScores(scores);
  requireLabels(labels, scores);
  const predicted = predictedClasses(scores);
  return Uint8Array.from(labels, (label, image) => (predicted[image] === label ? 1 : 0));
}
