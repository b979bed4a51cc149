import { type ClassScores, type Probabilities, requireScores } from './class-scores.ts';

/** Probabilities of logits, [images, classes] each, computed in double precision and safe from overflow. */
export function softmax(logits: ClassScores): Probabilities {
  requireScores(logits, 'logits');
  const { images, classes } = logits;
  const data = Float64Array.from(logits.data);
  for (let row = 0; row < data.length; row += classes) normalize(data.subarray(row, row + classes));
  return { images, classes, data };
}

function normalize(row: Float64Array): void {
  const max = row.reduce((a, b) => Math.max(a, b));
  let total = 0;
  for (let c = 0; c < row.length; c++) {
    row[c] = Math.exp(row[c]! - max);
    total += row[c]!;
  }
  for (let c = 0; c < row.length; c++) row[c]! /= total;
}

/** ln p, finite even where a probability has underflowed to 0: no logarithm is lower than that of the smallest double. */
export const safeLog = (probability: number): number => Math.log(Math.max(probability, Number.MIN_VALUE));
