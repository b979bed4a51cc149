import { buffer } from 'node:stream/consumers';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import type { Services } from '../services.ts';
import { openArtifact } from './open-artifact.ts';
import { pictureStrip, smallerPicture } from './smaller-picture.ts';

/** Each holds pictures in memory, and a thread that others want too. */
const copiesAtOnce = 2;

/** Bytes of copies that are kept: some ten thousand, for the next who looks at the same family. */
const mostCopies = 64 * 2 ** 20;

/** A copy of a picture, or of several in one; null where nobody waits for it any more once it is its turn. */
export type CopyOf = (
  digests: readonly string[],
  width: number,
  isGone: () => boolean,
) => Promise<Buffer | null>;

/** Makes copies of stored pictures, and keeps those that were made last. */
export function keepCopies(artifacts: Services['artifacts']): CopyOf {
  const inTurn = pLimit(copiesAtOnce);
  const copies = new LRUCache<string, Buffer>({
    maxSize: mostCopies,
    // The digests of a strip may be longer than it is.
    sizeCalculation: ({ byteLength }, key) => byteLength + key.length,
  });
  const make = async (digests: readonly string[], width: number): Promise<Buffer> => {
    const key = `${digests} ${width}`;
    const known = copies.get(key);
    if (known) return known;
    const read = async (digest: string) => buffer(await openArtifact(artifacts, digest));
    const [first, ...others] = await Promise.all(digests.map(read));
    const copy = await (others.length > 0
      ? pictureStrip([first!, ...others], width)
      : smallerPicture(first!, width));
    copies.set(key, copy);
    return copy;
  };
  return (digests, width, isGone) => inTurn(() => (isGone() ? null : make(digests, width)));
}
