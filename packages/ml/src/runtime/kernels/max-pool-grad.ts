import type * as tf from '@tensorflow/tfjs';

/**
 * The gradient of a max pool: each window's goes to its greatest value, the first of equals. The backend's own gradient
 * loses that of windows without a positive value.
 * @param x [batch, height, width, channels] row by row
 * @param dy shaped as the pool's output, row by row
 */
export function maxPoolGrad(
  x: Float32Array,
  dy: Float32Array,
  pool: tf.backend_util.Conv2DInfo,
): Float32Array {
  const { batchSize, outHeight, outWidth, inChannels: channels } = pool;
  const dx = new Float32Array(x.length);
  let window = 0;
  for (let picture = 0; picture < batchSize; picture++)
    for (let row = 0; row < outHeight; row++)
      for (let column = 0; column < outWidth; column++)
        for (let channel = 0; channel < channels; channel++, window++) {
          const from = greatest(x, pool, picture, row, column, channel);
          dx[from] = dx[from]! + dy[window]!;
        }
  return dx;
}

/** Where in x the greatest value of a window lies. */
function greatest(
  x: Float32Array,
  {
    strideHeight,
    strideWidth,
    filterHeight,
    filterWidth,
    inHeight,
    inWidth,
    inChannels,
    padInfo,
  }: tf.backend_util.Conv2DInfo,
  picture: number,
  row: number,
  column: number,
  channel: number,
): number {
  const top = row * strideHeight - padInfo.top;
  const left = column * strideWidth - padInfo.left;
  const bottom = Math.min(inHeight, top + filterHeight);
  const right = Math.min(inWidth, left + filterWidth);
  let found = -1;
  for (let y = Math.max(0, top); y < bottom; y++)
    for (let x0 = Math.max(0, left); x0 < right; x0++) {
      const place = ((picture * inHeight + y) * inWidth + x0) * inChannels + channel;
      if (found < 0 || x[place]! > x[found]!) found = place;
    }
  return found;
}
