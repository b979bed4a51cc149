import { createHash } from 'node:crypto';
import { type Images, imagesInTurn } from './dataset.ts';

/** Images that are read at once: few, so that they stay in the processor's cache. */
const batchSize = 32;

/** SHA-256 over the images and then the labels: which data a number was measured on. */
export function digestOf(set: Images): string {
  const hash = createHash('sha256');
  for (const { images } of imagesInTurn(set, batchSize)) hash.update(images);
  return hash.update(set.labels).digest('hex');
}
