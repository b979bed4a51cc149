import type { Pixels } from '../images/pixels.ts';
import { quantile } from '../metrics/quantile.ts';

/** Of the strongest pixels one in a hundred is clipped (PAIR). */
const clippedAt = 0.99;

/**
 * A map in grey as PAIR's saliency draws it: black the weakest pixel, white the 99th percentile and what lies above. One that is the
 * same everywhere is black.
 */
export function saliencyPicture(
  intensity: Float64Array,
  { height, width }: { height: number; width: number },
): Pixels {
  const sorted = intensity.toSorted();
  const low = sorted[0]!;
  const range = quantile(sorted, clippedAt) - low;
  const data = Uint8Array.from(intensity, (value) =>
    range > 0 ? Math.round(255 * Math.min(1, (value - low) / range)) : 0,
  );
  return { width, height, channels: 1, data };
}
