import type { Node } from '../graph/node.ts';
import { blocksConv, wantsBlocks, windowAttributes } from './blocks-conv.ts';
import { filterGradient } from './filter-gradient.ts';
import type { Lowering, Lowerings, Placed } from './lowering.ts';
import { stridedInputGradient } from './strided-input-gradient.ts';
import { blocksFilter, planesFilter, turnedBlocksFilter, turnedPlanesFilter } from './weights.ts';

export const convolutions = {
  conv: lowerConv,
  convInputGradient: lowerInputGradient,
  convFilterGradient: filterGradient,
} satisfies Partial<Lowerings>;

function lowerConv({ inputs, attributes, shape }: Node<'conv'>, lowering: Lowering): Placed {
  const [x, filter] = inputs as [Node, Node];
  const window = windowAttributes(attributes);
  const channelsIn = x.shape[3]!;
  const narrow = channelsIn < lowering.block;
  if (
    wantsBlocks(x, filter, lowering) &&
    lowering.fitsBlocks(shape[3]!) &&
    (narrow || lowering.fitsBlocks(channelsIn))
  ) {
    const pictures = lowering.at(x, narrow ? 'planes' : 'blocks');
    return { name: blocksConv(lowering, pictures, blocksFilter(filter, lowering), window), layout: 'blocks' };
  }
  const operands = [lowering.at(x, 'planes'), planesFilter(filter, lowering)];
  return { name: lowering.model.apply('Conv', operands, window), layout: 'planes' };
}

/**
 * At stride 1 a convolution with the filter turned and its channels swapped, which is faster than the transposed
 * convolution that other strides take.
 */
function lowerInputGradient(node: Node<'convInputGradient'>, lowering: Lowering): Placed {
  const [dy, filter] = node.inputs as [Node, Node];
  const { kernel, strides, dilations, pads } = node.attributes;
  const reach = kernel.map((size, axis) => (size - 1) * dilations[axis]!);
  const turnedPads = pads.map((pad, side) => reach[side % 2]! - pad);
  const [, , channelsIn, channelsOut] = filter.shape as [number, number, number, number];
  if (strides.some((stride) => stride > 1))
    return stridedInputGradient(node, lowering) ?? transposedConv(node, lowering);
  if (turnedPads.some((pad) => pad < 0)) return transposedConv(node, lowering);
  const window = { kernel_shape: kernel, strides, dilations, pads: turnedPads };
  const whole = lowering.fitsBlocks(channelsIn) && lowering.fitsBlocks(channelsOut);
  if (whole && wantsBlocks(dy, filter, lowering)) {
    const turned = turnedBlocksFilter(filter, lowering);
    return { name: blocksConv(lowering, lowering.at(dy, 'blocks'), turned, window), layout: 'blocks' };
  }
  const operands = [lowering.at(dy, 'planes'), turnedPlanesFilter(filter, lowering)];
  return { name: lowering.model.apply('Conv', operands, window), layout: 'planes' };
}

function transposedConv(node: Node<'convInputGradient'>, lowering: Lowering): Placed {
  const [dy, filter] = node.inputs as [Node, Node];
  const { kernel, strides, dilations, pads } = node.attributes;
  const [top, left, bottom, right] = pads;
  const padded = [top + bottom, left + right];
  const leftOver = [0, 1].map((axis) => {
    const reached = strides[axis]! * (dy.shape[axis + 1]! - 1) + dilations[axis]! * (kernel[axis]! - 1) + 1;
    return node.shape[axis + 1]! - (reached - padded[axis]!);
  });
  const operands = [lowering.at(dy, 'planes'), planesFilter(filter, lowering)];
  const attributes = { ...windowAttributes(node.attributes), output_padding: leftOver };
  return { name: lowering.model.apply('ConvTranspose', operands, attributes), layout: 'planes' };
}
