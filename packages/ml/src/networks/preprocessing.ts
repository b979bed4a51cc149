import { badInput } from '../errors/domain-error.ts';

/** What a network wants done to the bytes of an image: their channels' order, then (byte / divisor − mean) / std by channel. */
export interface Preprocessing {
  order: 'rgb' | 'bgr' | 'grey';
  divisor: number;
  /** By channel, in that order; of what the division leaves. */
  mean: readonly number[];
  std: readonly number[];
}

/**
 * Reads the words of a network's metadata: `rgb/255, mean .485 .456 .406, std .229 .224 .225`, or
 * `227x227, BGR, 0..255, minus 104 117 123`. One number stands for all channels; what isn't said leaves the bytes as they
 * are, red first.
 */
export function parsePreprocessing(words: string): Preprocessing {
  const parts = words.toLowerCase().split(/\s*,\s*/);
  const read = { order: 'rgb', divisor: 1, mean: [0], std: [1] } as Preprocessing;
  for (const part of parts) {
    const [, order, divisor = 1] = /^(rgb|bgr|grey)(?:\/(\d+))?$/.exec(part) ?? [];
    const [, name, numbers] = /^(mean|minus|std)((?:\s+(?:\d+(?:\.\d*)?|\.\d+))+)$/.exec(part) ?? [];
    const values = numbers?.trim().split(/\s+/).map(Number);
    if (order) Object.assign(read, { order, divisor: Number(divisor) });
    else if (values) Object.assign(read, name === 'std' ? { std: values } : { mean: values });
    else if (!/^(\d+x\d+|0\.\.255)$/.test(part))
      throw badInput(`The preprocessing "${words}" says "${part}", which is unknown here.`);
  }
  const channels = read.order === 'grey' ? 1 : 3;
  const [mean, std] = [read.mean, read.std].map((values) => byChannel(values, channels, words));
  const factors = [read.divisor, ...std!];
  if (factors.includes(0) || ![...factors, ...mean!].every(Number.isFinite))
    throw badInput(
      `The preprocessing "${words}" can't be computed: its divisor and each std must be above 0, and all numbers finite.`,
    );
  return { ...read, mean: mean!, std: std! };
}

function byChannel(values: readonly number[], channels: number, words: string): readonly number[] {
  if (values.length === channels) return values;
  if (values.length !== 1)
    throw badInput(
      `The preprocessing "${words}" has ${values.length} numbers in a row; ` +
        `${channels === 1 ? 'one is' : `one or ${channels} are`} wanted.`,
    );
  return new Array<number>(channels).fill(values[0]!);
}
