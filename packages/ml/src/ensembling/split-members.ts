import type { ClassScores } from '../metrics/class-scores.ts';

/** [images, members, classes] → each member's scores. */
export function splitMembers(
  logits: Float32Array,
  { images, members, classes }: { images: number; members: number; classes: number },
): ClassScores[] {
  return Array.from({ length: members }, (_, member) => {
    const data = new Float32Array(images * classes);
    for (let image = 0; image < images; image++) {
      const start = (image * members + member) * classes;
      data.set(logits.subarray(start, start + classes), image * classes);
    }
    return { images, classes, data };
  });
}
