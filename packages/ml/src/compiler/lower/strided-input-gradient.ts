import type { Node } from '../graph/node.ts';
import { blocksConv } from './blocks-conv.ts';
import { toPlanes } from './layout.ts';
import type { Lowering, Placed } from './lowering.ts';
import { type SubpixelConvolution, subpixelConvolution } from './subpixel-convolution.ts';

/**
 * The input gradient of a strided convolution as one convolution, whose channels are then spread over the picture.
 * @returns undefined where the picture doesn't divide by the stride, or the filter has holes
 */
export function stridedInputGradient(
  node: Node<'convInputGradient'>,
  lowering: Lowering,
): Placed | undefined {
  const [dy] = node.inputs as [Node];
  const channels = node.shape[3]!;
  if (lowering.fitsBlocks(dy.shape[3]!)) {
    const together = pixelsTogether(node, lowering);
    if (together) return fewChannels(node, together, lowering);
  }
  const subpixel = subpixelConvolution(node);
  if (!subpixel) return undefined;
  const fits = lowering.fitsBlocks(channels) && lowering.fitsBlocks(dy.shape[3]!);
  return (fits ? inBlocks : inPlanes)(node, subpixel, lowering);
}

function inPlanes(node: Node, subpixel: SubpixelConvolution, lowering: Lowering): Placed {
  const { period, window } = subpixel;
  const [dy, filter] = node.inputs as [Node, Node];
  const [batch, height, width, channels] = node.shape as [number, number, number, number];
  const operands = [lowering.at(dy, 'planes'), planesFilter(filter, subpixel, lowering)];
  const parts = lowering.model.apply('Conv', operands, { ...window });
  const [rows, columns] = [height / period[0], width / period[1]];
  const split = lowering.reshape(parts, [batch, ...period, channels, rows, columns]);
  const spread = lowering.transpose(split, [0, 3, 4, 1, 5, 2]);
  return { name: lowering.reshape(spread, toPlanes(node.shape)), layout: 'planes' };
}

function inBlocks(
  node: Node,
  { period, window, positions }: SubpixelConvolution,
  lowering: Lowering,
): Placed {
  const { block } = lowering;
  const [dy, filter] = node.inputs as [Node, Node];
  const [batch, height, width, channels] = node.shape as [number, number, number, number];
  const channelsOut = dy.shape[3]!;
  const taps = window.kernel_shape;
  const axes = [...period, ...taps, channels / block, block, channelsOut / block, block];
  const split = lowering.reshape(filterPositions(filter, positions, lowering), axes);
  const ordered = lowering.transpose(split, [0, 1, 4, 6, 2, 3, 7, 5]);
  const parts = blocksConv(lowering, {
    pictures: lowering.at(dy, 'blocks'),
    filter: lowering.reshape(ordered, [period[0] * period[1] * channels, channelsOut, ...taps]),
    window,
  });
  const [rows, columns] = [height / period[0], width / period[1]];
  const remainders = lowering.reshape(parts, [batch, ...period, channels / block, rows, columns, block]);
  const spread = lowering.transpose(remainders, [0, 3, 4, 1, 5, 2, 6]);
  return { name: lowering.reshape(spread, toPlanes(node.shape)), layout: 'blocks' };
}

/**
 * A picture of fewer channels than a block has, such as the network's input: of so many pixels together that their channels
 * fill whole blocks. Several blocks are best, because the convolution then reads its input once for all of them.
 */
function pixelsTogether(
  node: Node<'convInputGradient'>,
  lowering: Lowering,
): SubpixelConvolution | undefined {
  const channels = node.shape[3]!;
  if (channels >= lowering.block) return undefined;
  return [2, 4, 1]
    .map((strides) => subpixelConvolution(node, strides))
    .find((found) => found && lowering.fitsBlocks(found.period[0] * found.period[1] * channels));
}

function fewChannels(node: Node, subpixel: SubpixelConvolution, lowering: Lowering): Placed {
  const { period, window } = subpixel;
  const { block, model } = lowering;
  const [dy, filter] = node.inputs as [Node, Node];
  const [batch, height, width, channels] = node.shape as [number, number, number, number];
  const channelsOut = dy.shape[3]!;
  const channelsTogether = period[0] * period[1] * channels;
  const taps = window.kernel_shape;
  const planes = planesFilter(filter, subpixel, lowering);
  const axes = [channelsTogether / block, block, channelsOut / block, block, ...taps];
  const blocks = lowering.transpose(lowering.reshape(planes, axes), [0, 2, 4, 5, 3, 1]);
  const parts = blocksConv(lowering, {
    pictures: lowering.at(dy, 'blocks'),
    filter: lowering.reshape(blocks, [channelsTogether, channelsOut, ...taps]),
    window,
  });
  const attributes = { channels: channelsTogether, channels_last: 1 };
  const last = model.apply('ReorderOutput', [parts], attributes, 'com.microsoft.nchwc');
  const [rows, columns] = [height / period[0], width / period[1]];
  // A row of pixels with their channels lies together already.
  const lines = lowering.reshape(last, [batch, rows, columns, period[0], period[1] * channels]);
  const spread = lowering.transpose(lines, [0, 1, 3, 2, 4]);
  return { name: lowering.reshape(spread, node.shape), layout: 'plain' };
}

/** [pixels of the period · in, out, height, width] */
function planesFilter(
  filter: Node,
  { period, window, positions }: SubpixelConvolution,
  lowering: Lowering,
): string {
  const [channels, channelsOut] = filter.shape.slice(2) as [number, number];
  const taps = window.kernel_shape;
  const split = lowering.reshape(filterPositions(filter, positions, lowering), [
    ...period,
    ...taps,
    channels,
    channelsOut,
  ]);
  const ordered = lowering.transpose(split, [0, 1, 4, 5, 2, 3]);
  return lowering.reshape(ordered, [period[0] * period[1] * channels, channelsOut, ...taps]);
}

/** The filter's weights at the positions, and zeros where they are behind the last: [positions, in · out]. */
function filterPositions(filter: Node, positions: readonly number[], lowering: Lowering): string {
  const { model } = lowering;
  const [height, width, channelsIn, channelsOut] = filter.shape as [number, number, number, number];
  const weights = channelsIn * channelsOut;
  const flat = lowering.reshape(lowering.at(filter, 'plain'), [height * width, weights]);
  const zeros = model.apply('Expand', [model.filled(0, 'float32'), model.int64s([1, weights])]);
  const withZeros = model.apply('Concat', [flat, zeros], { axis: 0 });
  return model.apply('Gather', [withZeros, model.int64s(positions)], { axis: 0 });
}
