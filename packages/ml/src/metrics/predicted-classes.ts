import type { ClassScores } from './class-scores.ts';

/** [images], the class of the highest score; of equal ones the first. */
export function predictedClasses({ images, classes, data }: ClassScores): Int32Array {
  const predicted = new Int32Array(images);
  for (let image = 0, row = 0; image < images; image++, row += classes) {
    let best = 0;
    for (let c = 1; c < classes; c++) if (data[row + c]! > data[row + best]!) best = c;
    predicted[image] = best;
  }
  return predicted;
}
