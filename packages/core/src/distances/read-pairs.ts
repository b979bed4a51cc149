import type { ShownPictures } from './find-hashed-pictures.ts';
import type { ReadHashes } from './read-hashes.ts';

export interface ModelPair {
  /** Ids of two Models of one architecture. */
  from: string;
  to: string;
  preset: string;
  seed: number;
}

/** A pair with what its models show. */
export interface PicturedPair<Pair extends ModelPair> {
  pair: Pair;
  from: ShownPictures;
  to: ShownPictures;
}

/** By every seed: the others make the floor. */
export async function readPairs<Pair extends ModelPair>(
  readHashes: ReadHashes,
  pairs: readonly Pair[],
): Promise<PicturedPair<Pair>[]> {
  const pictures = await readHashes(
    pairs.flatMap(({ from, to, preset }) => [from, to].map((modelId) => ({ modelId, preset }))),
  );
  return pairs.map((pair, place) => ({ pair, from: pictures[2 * place]!, to: pictures[2 * place + 1]! }));
}
