import { type ByHash, type HashName, hashLengths } from './hash-names.ts';

/** How many equal chunks a hash is indexed by. In a color hash few bits are set, so that a part of it tells little. */
const chunkCounts: ByHash<number> = { average: 4, perceptual: 4, difference: 4, wavelet: 4, color: 1 };

/** What a chunk of a hash may be. */
interface NearChunk {
  /** What the chunk is in SQL, word for word as in the index of a migration. */
  expression: string;
  /** Its type there. */
  type: 'integer' | 'bigint';
  /** Empty where this chunk needn't be looked at. */
  values: number[];
}

/**
 * Of each chunk of a hash, the values that one of them at least has in every hash within `maxBits`: were each of four chunks
 * more than t₁ … t₄ bits away, all of them would be (t₁ + 1) + … + (t₄ + 1) bits away at least, so Σ (tᵢ + 1) = maxBits + 1
 * is enough (Norouzi et al., 2012; Qin et al., 2018).
 */
export function nearChunks(hash: HashName, bits: string, maxBits: number): NearChunk[] {
  const count = chunkCounts[hash];
  const length = hashLengths[hash] / count;
  const type = length < 32 ? 'integer' : 'bigint';
  return Array.from({ length: count }, (_, place) => ({
    expression: `substring(${hash}, ${place * length + 1}, ${length})::${type}`,
    type,
    values: valuesWithin(
      Math.floor((maxBits - place) / count),
      bits.slice(place * length, (place + 1) * length),
    ),
  }));
}

/** All values of as many bits, 52 at most, of which `maxBits` differ at most; none where that is negative. */
function valuesWithin(maxBits: number, bits: string): number[] {
  if (maxBits < 0) return [];
  const flips = [...bits].map((bit, place) => (bit === '0' ? 1 : -1) * 2 ** (bits.length - 1 - place));
  const values: number[] = [];
  function addFlipped(value: number, from: number, left: number): void {
    values.push(value);
    if (left > 0)
      for (let place = from; place < flips.length; place++)
        addFlipped(value + flips[place]!, place + 1, left - 1);
  }
  addFlipped(Number.parseInt(bits, 2), 0, maxBits);
  return values;
}
