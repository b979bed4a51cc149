import { createHash } from 'node:crypto';
import type { ImageSet } from './dataset.ts';

/** SHA-256 over the images and then the labels: which data a number was measured on. */
export function digestOf({ images, labels }: ImageSet): string {
  return createHash('sha256').update(images).update(labels).digest('hex');
}
