import { hits } from './accuracy.ts';
import type { ClassScores, Labels } from './class-scores.ts';
import { classAccuracyDefinition, withInterval } from './definitions.ts';
import type { Measurement } from './measurement.ts';
import { wilsonInterval } from './wilson-interval.ts';

export interface ClassAccuracy {
  class: number;
  /** Images with that label. */
  images: number;
  /** Share of them, 0 to 1, whose highest score is the label's; null where there are none. */
  accuracy: Measurement | null;
}

/** Accuracy class by class, with a Wilson interval each; `scores` are logits or probabilities, [images, classes]. */
export function classAccuracies(scores: ClassScores, labels: Labels, confidence = 0.95): ClassAccuracy[] {
  const right = new Uint32Array(scores.classes);
  const images = new Uint32Array(scores.classes);
  for (const [image, hit] of hits(scores, labels).entries()) {
    right[labels[image]!]! += hit;
    images[labels[image]!]! += 1;
  }
  const definition = withInterval(classAccuracyDefinition(), 'Wilson', confidence);
  return Array.from(images, (count, k) => ({
    class: k,
    images: count,
    accuracy:
      count === 0
        ? null
        : { value: right[k]! / count, ...wilsonInterval(right[k]!, count, confidence), definition },
  }));
}
