/** [filters], 1 for a filter with a weight left; `bits` are the mask of a tensor whose last axis is that of its filters. */
export function filtersKept(bits: Uint8Array, filters: number): Uint8Array<ArrayBuffer> {
  const kept = new Uint8Array(filters);
  for (let index = 0; index < bits.length; index++) kept[index % filters]! |= bits[index]!;
  return kept;
}
