/**
 * The gradient of a gather: rows of `values` [rows, width] are added up by the segment that each belongs to.
 * @returns [segments, width], row by row
 */
export function unsortedSegmentSum(
  values: Float32Array,
  segmentOf: Int32Array,
  width: number,
  segments: number,
): Float32Array {
  const sums = new Float32Array(segments * width);
  for (let row = 0; row < segmentOf.length; row++) {
    const from = row * width;
    const to = segmentOf[row]! * width;
    for (let column = 0; column < width; column++) sums[to + column]! += values[from + column]!;
  }
  return sums;
}
