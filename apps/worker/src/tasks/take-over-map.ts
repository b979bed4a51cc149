import { SaliencyMap } from '@kindred/core';
import type { Store } from './task.ts';

/** How to store a map that is there under the same content key: of the same weights, or of another target that is the same class. */
export function takeOverMap(
  { id }: SaliencyMap,
  { attributionsDigest, imageDigest, randomizedDigest, inputDigest, contentKey, result }: SaliencyMap,
): Store {
  const digests = { attributionsDigest, imageDigest, randomizedDigest, inputDigest };
  return async (transaction) => {
    await transaction.update(SaliencyMap, id, { status: 'done', ...digests, contentKey, result });
  };
}
