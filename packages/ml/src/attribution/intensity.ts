/**
 * How strongly a score depends on each pixel: Σ|attribution| over channels, as PAIR's saliency shows it.
 * @param attributions [pixels, channels]
 */
export function intensityOf(attributions: Float32Array, channels: number): Float64Array {
  const intensity = new Float64Array(attributions.length / channels);
  for (const [index, value] of attributions.entries())
    intensity[Math.floor(index / channels)]! += Math.abs(value);
  return intensity;
}
