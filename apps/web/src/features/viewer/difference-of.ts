export interface PictureDifference {
  /** RGBA, grey: the largest difference is white. */
  pixels: Uint8ClampedArray<ArrayBuffer>;
  /** Mean over red, green and blue of the absolute difference of a pixel, 0 to 255: of the pixel where it is largest. */
  largest: number;
  /** The same, over all pixels. */
  mean: number;
}

/** How far two pictures of one size differ, pixel by pixel. @param a, b RGBA */
export function differenceOf(a: Uint8ClampedArray, b: Uint8ClampedArray): PictureDifference {
  const differences = new Float64Array(a.length / 4);
  for (let pixel = 0; pixel < differences.length; pixel++) {
    let sum = 0;
    for (let part = 4 * pixel; part < 4 * pixel + 3; part++) sum += Math.abs(a[part]! - b[part]!);
    differences[pixel] = sum / 3;
  }
  const largest = differences.reduce((most, one) => Math.max(most, one), 0);
  const mean = differences.reduce((sum, one) => sum + one, 0) / differences.length;
  const pixels = new Uint8ClampedArray(a.length);
  for (const [pixel, difference] of differences.entries()) {
    const grey = largest > 0 ? (255 * difference) / largest : 0;
    pixels.set([grey, grey, grey, 255], 4 * pixel);
  }
  return { pixels, largest, mean };
}
