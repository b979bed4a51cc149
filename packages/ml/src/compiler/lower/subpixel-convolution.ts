import type { Node } from '../graph/node.ts';
import type { WindowAttributes } from './blocks-conv.ts';

type Pair = readonly [number, number];

/** The convolution that does in place of a strided one's input gradient. */
export interface SubpixelConvolution {
  /** Its window on the gradient. */
  window: WindowAttributes;
  /** [rows, columns] of pixels that one of its places makes: each has channels of its own. */
  period: Pair;
  /** For each [row, column of the period, tap of row, of column] the filter's position, or the one behind its last: zero. */
  positions: readonly number[];
}

/**
 * Pixels whose places leave the same remainder when divided by the stride see the same taps of the filter, so that each
 * remainder can be a channel of one convolution (sub-pixel convolution: Shi et al., 2016).
 * @param strides of the convolution that is made: its period is as many strides of the one whose gradient it is
 * @returns undefined where the picture doesn't divide by the period, or the filter has holes
 */
export function subpixelConvolution(
  { shape, inputs: [dy], attributes }: Node<'convInputGradient'>,
  strides = 1,
): SubpixelConvolution | undefined {
  const { kernel, dilations, pads } = attributes;
  const [rows, columns] = [0, 1].map((axis) =>
    alongAxis({
      taps: kernel[axis]!,
      stride: attributes.strides[axis]!,
      strides,
      pad: pads[axis]!,
      pixels: shape[axis + 1]!,
      places: dy!.shape[axis + 1]!,
    }),
  );
  if (!rows || !columns || dilations.some((dilation) => dilation > 1)) return undefined;
  const zero = kernel[0] * kernel[1];
  const positions = rows.taps.flatMap((rowTaps) =>
    columns.taps.flatMap((columnTaps) =>
      rowTaps.flatMap((row) =>
        columnTaps.map((column) => (row < 0 || column < 0 ? zero : row * kernel[1] + column)),
      ),
    ),
  );
  return {
    window: {
      kernel_shape: [rows.size, columns.size],
      strides: [strides, strides],
      dilations: [1, 1],
      pads: [rows.before, columns.before, rows.after, columns.after],
    },
    period: [rows.taps.length, columns.taps.length],
    positions,
  };
}

/** `taps[remainder][place]`: which of the filter's taps that place of the new filter takes; −1 for none. */
interface Axis {
  size: number;
  before: number;
  after: number;
  taps: number[][];
}

interface Line {
  /** Of the filter. */
  taps: number;
  stride: number;
  strides: number;
  pad: number;
  pixels: number;
  /** Of dy. */
  places: number;
}

/** Pixel n·s·q + r takes dy[n·q + a − m] · filter[b + s·m] for m = 0, 1 …, where r + pad = s·a + b. */
function alongAxis({ taps: size, stride, strides, pad, pixels, places }: Line): Axis | undefined {
  const period = stride * strides;
  if (pixels % period !== 0) return undefined;
  const remainders = Array.from({ length: period }, (_, remainder) => {
    const first = (remainder + pad) % stride;
    const count = Math.max(0, Math.ceil((size - first) / stride));
    const offset = Math.floor((remainder + pad) / stride);
    return Array.from({ length: count }, (_, m) => ({ offset: offset - m, tap: first + stride * m }));
  });
  const offsets = remainders.flat().map(({ offset }) => offset);
  const [lowest, highest] = [Math.min(...offsets), Math.max(...offsets)];
  const lastPlace = strides * (pixels / period - 1) + highest;
  const [before, after] = [-lowest, lastPlace - (places - 1)];
  if (before < 0 || after < 0) return undefined;
  const length = highest - lowest + 1;
  const taps = remainders.map((own) =>
    Array.from({ length }, (_, place) => own.find(({ offset }) => offset === lowest + place)?.tap ?? -1),
  );
  return { size: length, before, after, taps };
}
