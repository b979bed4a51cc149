/** What of either tail is left out: less than a stream of 32 bits can tell. */
const tail = 2 ** -33;

/**
 * Poisson numbers of mean byte/255 · scale: for a byte and a uniform number in [0, 1), the number whose cumulative probability
 * first lies above it. The probabilities of all 256 means are tabulated, so that a draw is a search.
 * @param scale up to 700, beyond which the probability of 0 underflows
 */
export function poissonOfBytes(scale: number): (byte: number, uniform: number) => number {
  const tables = Array.from({ length: 256 }, (_, byte) => cumulated((byte / 255) * scale));
  return (byte, uniform) => {
    const { first, cumulative } = tables[byte]!;
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (uniform < cumulative[middle]!) high = middle;
      else low = middle + 1;
    }
    return first + low;
  };
}

/** P(X ≤ first), P(X ≤ first + 1), … but for the tails. */
function cumulated(mean: number): { first: number; cumulative: Float64Array } {
  const cumulative: number[] = [];
  let first = 0;
  let probability = Math.exp(-mean);
  let sum = probability;
  for (let count = 1; ; count++) {
    if (sum < tail) first = count;
    else cumulative.push(sum);
    if (sum > 1 - tail || count > 4 * mean + 40) return { first, cumulative: Float64Array.from(cumulative) };
    probability *= mean / count;
    sum += probability;
  }
}
