import { type Labels, type Probabilities, requireLabels, requireScores } from './class-scores.ts';
import { mean } from './mean.ts';
import { safeLog } from './softmax.ts';

/** Negative log likelihood of the labels, nats, mean over images. */
export const nll = (probabilities: Probabilities, labels: Labels): number =>
  mean(nllPerImage(probabilities, labels));

/** [images], −ln of the label's probability. */
export function nllPerImage(probabilities: Probabilities, labels: Labels): Float64Array {
  requireScores(probabilities, 'probabilities');
  requireLabels(labels, probabilities);
  const { images, classes, data } = probabilities;
  return Float64Array.from(
    { length: images },
    (_, image) => -safeLog(data[image * classes + labels[image]!]!),
  );
}
