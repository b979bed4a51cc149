import * as tf from '@tensorflow/tfjs';
import { badInput } from '../src/errors/domain-error.ts';

/** What a net wants done to bytes: their channels' order, then (value / divisor − mean) / std by channel. */
export interface Preprocess {
  order: 'rgb' | 'bgr';
  divisor: number;
  mean: readonly number[];
  std: readonly number[];
}

/** Reads the words of a net's metadata: `rgb/255, mean .485 .456 .406, std …`, or `227x227, BGR, 0..255, minus 104 117 123`. */
export function parsePreprocess(words: string): Preprocess {
  const preprocess: Preprocess = { order: 'rgb', divisor: 1, mean: [0, 0, 0], std: [1, 1, 1] };
  for (const part of words.toLowerCase().split(/\s*,\s*/)) {
    const [, order, divisor] = /^(rgb|bgr)(?:\/(\d+))?$/.exec(part) ?? [];
    const [, name, numbers] = /^(mean|minus|std)((?:\s+[\d.]+){3})$/.exec(part) ?? [];
    const values = numbers?.trim().split(/\s+/).map(Number);
    if (order) Object.assign(preprocess, { order, divisor: Number(divisor ?? 1) });
    else if (values) Object.assign(preprocess, name === 'std' ? { std: values } : { mean: values });
    else if (!/^(\d+x\d+|0\.\.255)$/.test(part))
      throw badInput(`The preprocessing "${words}" says "${part}", which is unknown here.`);
  }
  return preprocess;
}

/** Bytes of [batch, 3, height, width], red first → what the net takes, [batch, height, width, 3]. */
export function preprocessed(
  pixels: Uint8Array,
  shape: readonly number[],
  { order, divisor, mean, std }: Preprocess,
): tf.Tensor4D {
  return tf.tidy(() => {
    const planes = tf.tensor(Float32Array.from(pixels), shape as [number, number, number, number]);
    const ordered = order === 'bgr' ? tf.reverse(planes, 1) : planes;
    const scaled = tf.div(tf.transpose(ordered, [0, 2, 3, 1]), divisor);
    return tf.div(tf.sub(scaled, tf.tensor1d([...mean])), tf.tensor1d([...std]));
  });
}
