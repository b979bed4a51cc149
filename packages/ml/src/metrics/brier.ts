import { type Labels, type Probabilities, requireLabels, requireScores } from './class-scores.ts';

/** Squared error of the probabilities against the one-hot label, summed over classes, mean over images: 0 to 2. */
export function brier(probabilities: Probabilities, labels: Labels): number {
  requireScores(probabilities, 'probabilities');
  requireLabels(labels, probabilities);
  const { images, classes, data } = probabilities;
  let sum = 0;
  for (let i = 0; i < data.length; i++) {
    const target = labels[Math.floor(i / classes)] === i % classes ? 1 : 0;
    sum += (data[i]! - target) ** 2;
  }
  return sum / images;
}
