import type { Node } from '../graph/node.ts';
import type { Lowering } from './lowering.ts';

type Pair = readonly [number, number];

/**
 * The input gradient of a strided convolution as a convolution of stride 1. Pixels whose places leave the same remainder when
 * divided by the stride see the same taps of the filter; each remainder gets channels of its own, which are then spread over
 * the picture (sub-pixel convolution: Shi et al., 2016).
 */
export interface SubpixelConvolution {
  /** [rows, columns] of taps. */
  kernel: Pair;
  /** [top, left, bottom, right] */
  pads: readonly [number, number, number, number];
  /** For each [remainder of row, of column, tap of row, of column] the filter's position, or the one behind its last: zero. */
  positions: number[];
}

/** How to compute it so; undefined where the picture doesn't divide by the stride, or the filter has holes. */
export function subpixelConvolution(
  { shape, attributes: { kernel, strides, dilations, pads } }: Node<'convInputGradient'>,
  dy: Node,
): SubpixelConvolution | undefined {
  const axes = [0, 1].map((axis) =>
    alongAxis(kernel[axis]!, strides[axis]!, pads[axis]!, shape[axis + 1]!, dy.shape[axis + 1]!),
  );
  const [rows, columns] = axes;
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
    kernel: [rows.size, columns.size],
    pads: [rows.before, columns.before, rows.after, columns.after],
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

/** Pixel s·q + r takes dy[q + a − m] · filter[b + s·m] for m = 0, 1 …, where r + pad = s·a + b. */
function alongAxis(
  size: number,
  stride: number,
  pad: number,
  pixels: number,
  outputs: number,
): Axis | undefined {
  if (pixels % stride !== 0) return undefined;
  const remainders = Array.from({ length: stride }, (_, remainder) => {
    const first = (remainder + pad) % stride;
    const count = Math.max(0, Math.ceil((size - first) / stride));
    const offset = Math.floor((remainder + pad) / stride);
    return Array.from({ length: count }, (_, m) => ({ offset: offset - m, tap: first + stride * m }));
  });
  const offsets = remainders.flat().map(({ offset }) => offset);
  const [lowest, highest] = [Math.min(...offsets), Math.max(...offsets)];
  const [before, after] = [-lowest, pixels / stride + highest - outputs];
  if (before < 0 || after < 0) return undefined;
  const length = highest - lowest + 1;
  const taps = remainders.map((own) =>
    Array.from({ length }, (_, place) => own.find(({ offset }) => offset === lowest + place)?.tap ?? -1),
  );
  return { size: length, before, after, taps };
}

/** The filter's positions as the convolution wants them: [remainders · taps, in · out]. */
export function subpixelPositions(
  filter: Node,
  { positions }: SubpixelConvolution,
  lowering: Lowering,
): string {
  const { model } = lowering;
  const [height, width, channelsIn, channelsOut] = filter.shape as [number, number, number, number];
  const weights = channelsIn * channelsOut;
  const flat = lowering.reshape(lowering.at(filter, 'plain'), [height * width, weights]);
  const zeros = model.apply('Expand', [model.filled(0, 'float32'), model.int64s([1, weights])]);
  const withZeros = model.apply('Concat', [flat, zeros], { axis: 0 });
  return model.apply('Gather', [withZeros, model.int64s(positions)], { axis: 0 });
}
