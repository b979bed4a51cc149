/** A hash of 64 bits is indexed by four chunks of 16. */
const chunks = 4;
const chunkBits = 16;

/** Every difference of two chunks, those of few bits first, and where those of one bit more begin. */
const { differences, begins } = orderDifferences();

/**
 * Of each chunk of a hash, the values that one of them at least has in every hash within `maxBits`: were each of four chunks
 * more than t₁ … t₄ bits away, all of them would be (t₁ + 1) + … + (t₄ + 1) bits away at least, so Σ (tᵢ + 1) = maxBits + 1
 * is enough (Norouzi et al., 2012; Qin et al., 2018). An empty list where a chunk needn't be looked at.
 */
export function nearChunks(bits: string, maxBits: number): number[][] {
  return Array.from({ length: chunks }, (_, place) => {
    const share = Math.floor((maxBits + chunks - place) / chunks);
    const chunk = Number.parseInt(bits.slice(place * chunkBits, (place + 1) * chunkBits), 2);
    return differences.slice(0, begins[share]).map((difference) => chunk ^ difference);
  });
}

/** The expression that `visualization_hashes` is indexed by, word for word as in the migration. */
export function chunkOf(hash: string, place: number): string {
  return `substring(${hash}, ${place * chunkBits + 1}, ${chunkBits})::integer`;
}

function orderDifferences(): { differences: number[]; begins: number[] } {
  const byBits: number[][] = Array.from({ length: chunkBits + 1 }, () => []);
  for (let value = 0; value < 2 ** chunkBits; value++)
    byBits[value.toString(2).replaceAll('0', '').length]!.push(value);
  const differences = byBits.flat();
  return { differences, begins: byBits.map((of) => differences.indexOf(of[0]!)) };
}
