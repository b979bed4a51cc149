/** Spearman's ρ, −1 to 1; null where all of either are equal. */
export function rankCorrelation(a: Float64Array, b: Float64Array): number | null {
  const [ranks, others] = [meanRanks(a), meanRanks(b)];
  const middle = (a.length + 1) / 2;
  let [together, own, other] = [0, 0, 0];
  for (const [index, rank] of ranks.entries()) {
    const [x, y] = [rank - middle, others[index]! - middle];
    together += x * y;
    own += x * x;
    other += y * y;
  }
  return own > 0 && other > 0 ? together / Math.sqrt(own * other) : null;
}

/** From 1; equal values share their mean rank. */
function meanRanks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let place = from; place < to; place++) ranks[order[place]!] = (from + 1 + to) / 2;
  }
  return ranks;
}
