import { type Labels, type Probabilities, requireLabels, requireScores } from './class-scores.ts';
import { mean } from './mean.ts';

/** Squared error of the probabilities against the one-hot label, summed over classes, mean over images: 0 to 2. */
export const brier = (probabilities: Probabilities, labels: Labels): number =>
  mean(brierPerImage(probabilities, labels));

/** [images], summed over classes. */
export function brierPerImage(probabilities: Probabilities, labels: Labels): Float64Array {
  requireScores(probabilities, 'probabilities');
  requireLabels(labels, probabilities);
  const { images, classes, data } = probabilities;
  const errors = new Float64Array(images);
  for (let i = 0; i < data.length; i++) {
    const image = Math.floor(i / classes);
    const target = labels[image] === i % classes ? 1 : 0;
    errors[image]! += (data[i]! - target) ** 2;
  }
  return errors;
}
