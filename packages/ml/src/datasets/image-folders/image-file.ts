import { openSync, readSync } from 'node:fs';
import { badInput } from '../../errors/domain-error.ts';
import type { ClassLabels, StoredImages } from '../dataset.ts';

/** Images in a file, `bytes` each, one after another. */
export function openImageFile(file: string, bytes: number, labels: ClassLabels): StoredImages {
  const descriptor = openSync(file, 'r');
  return {
    labels,
    count: labels.length,
    read(places) {
      const images = new Uint8Array(places.length * bytes);
      for (const [index, place] of places.entries()) {
        const came = readSync(descriptor, images, index * bytes, bytes, place * bytes);
        if (came !== bytes)
          throw badInput(`${file} ends before image ${place}: delete it, and it is made anew.`);
      }
      return images;
    },
  };
}
