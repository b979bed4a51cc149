import type { Random } from '../random/random.ts';

/**
 * Standard normal noise, [samples, images, values an image] row by row. Each image draws from its own stream, so that its
 * noise doesn't depend on the images beside it.
 * @param streams one an image, for example `createRandom(seed, 'saliency', index)`
 * @param length height · width · channels
 */
export function drawNoise(streams: readonly Random[], samples: number, length: number): Float32Array {
  const noise = new Float32Array(samples * streams.length * length);
  for (const [image, random] of streams.entries()) {
    for (let sample = 0; sample < samples; sample++) {
      const from = (sample * streams.length + image) * length;
      for (let value = 0; value < length; value++) noise[from + value] = random.normal();
    }
  }
  return noise;
}
