import type { Node } from '../graph/node.ts';
import { blocksConv } from './blocks-conv.ts';
import { toPlanes } from './layout.ts';
import type { Lowering, Placed } from './lowering.ts';

type Pair = readonly [number, number];

/**
 * The input gradient of a strided convolution as a convolution of stride 1. Pixels whose places leave the same remainder when
 * divided by the stride see the same taps of the filter; each remainder gets channels of its own, which are then spread over
 * the picture (sub-pixel convolution: Shi et al., 2016).
 * @returns undefined where the picture doesn't divide by the stride, or the filter has holes
 */
export function stridedInputGradient(
  node: Node<'convInputGradient'>,
  lowering: Lowering,
): Placed | undefined {
  const [dy, filter] = node.inputs as [Node, Node];
  const subpixel = subpixelConvolution(node, dy);
  if (!subpixel) return undefined;
  const { strides } = node.attributes;
  const { kernel, pads } = subpixel;
  const { block } = lowering;
  const [batch, height, width, channels] = node.shape as [number, number, number, number];
  const [rows, columns] = [height / strides[0], width / strides[1]];
  const channelsOut = dy.shape[3]!;
  const window = { kernel_shape: kernel, strides: [1, 1], dilations: [1, 1], pads };
  const positions = subpixelPositions(filter, subpixel, lowering);
  const shape = [strides[0] * strides[1] * channels, channelsOut, ...kernel];
  if (lowering.fitsBlocks(channels) && lowering.fitsBlocks(channelsOut)) {
    const axes = [...strides, ...kernel, channels / block, block, channelsOut / block, block];
    const ordered = lowering.transpose(lowering.reshape(positions, axes), [0, 1, 4, 6, 2, 3, 7, 5]);
    const parts = blocksConv(lowering, {
      pictures: lowering.at(dy, 'blocks'),
      filter: lowering.reshape(ordered, shape),
      window,
    });
    const split = lowering.reshape(parts, [batch, ...strides, channels / block, rows, columns, block]);
    const spread = lowering.transpose(split, [0, 3, 4, 1, 5, 2, 6]);
    return { name: lowering.reshape(spread, toPlanes(node.shape)), layout: 'blocks' };
  }
  const axes = [...strides, ...kernel, channels, channelsOut];
  const ordered = lowering.transpose(lowering.reshape(positions, axes), [0, 1, 4, 5, 2, 3]);
  const parts = lowering.model.apply(
    'Conv',
    [lowering.at(dy, 'planes'), lowering.reshape(ordered, shape)],
    window,
  );
  const split = lowering.reshape(parts, [batch, ...strides, channels, rows, columns]);
  const spread = lowering.transpose(split, [0, 3, 4, 1, 5, 2]);
  return { name: lowering.reshape(spread, toPlanes(node.shape)), layout: 'planes' };
}

/** The convolution that one of stride 1 does in place of a strided one's input gradient. */
interface SubpixelConvolution {
  /** [rows, columns] of taps. */
  kernel: Pair;
  /** [top, left, bottom, right] */
  pads: readonly [number, number, number, number];
  /** For each [remainder of row, of column, tap of row, of column] the filter's position, or the one behind its last: zero. */
  positions: number[];
}

/** How to compute it so; undefined where the picture doesn't divide by the stride, or the filter has holes. */
function subpixelConvolution(
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
function subpixelPositions(filter: Node, { positions }: SubpixelConvolution, lowering: Lowering): string {
  const { model } = lowering;
  const [height, width, channelsIn, channelsOut] = filter.shape as [number, number, number, number];
  const weights = channelsIn * channelsOut;
  const flat = lowering.reshape(lowering.at(filter, 'plain'), [height * width, weights]);
  const zeros = model.apply('Expand', [model.filled(0, 'float32'), model.int64s([1, weights])]);
  const withZeros = model.apply('Concat', [flat, zeros], { axis: 0 });
  return model.apply('Gather', [withZeros, model.int64s(positions)], { axis: 0 });
}
