import type { Node, Window } from '../graph/node.ts';
import { filterGradient } from './filter-gradient.ts';
import { toPlanes } from './layout.ts';
import type { Lowering, Lowerings, Placed } from './lowering.ts';
import { subpixelConvolution, subpixelPositions } from './strided-input-gradient.ts';
import { blocksFilter, planesFilter, turnedBlocksFilter, turnedPlanesFilter } from './weights.ts';

export const convolutions = {
  conv: lowerConv,
  convInputGradient: lowerInputGradient,
  convFilterGradient: filterGradient,
} satisfies Partial<Lowerings>;

/** A window as ONNX's convolutions and pools take it. */
type WindowAttributes = Record<'kernel_shape' | 'strides' | 'dilations' | 'pads', readonly number[]>;

export function windowAttributes({ kernel, strides, dilations, pads }: Window): WindowAttributes {
  return { kernel_shape: kernel, strides, dilations, pads };
}

/**
 * In blocks when the filter changes from run to run; ONNX Runtime brings constant filters into blocks by itself, and
 * better, since it then sees whole networks.
 */
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
  if (strides.some((stride) => stride > 1)) return stridedInputGradient(node, lowering);
  if (turnedPads.some((pad) => pad < 0)) return transposedConv(node, dy, filter, lowering);
  const window = { kernel_shape: kernel, strides, dilations, pads: turnedPads };
  const whole = lowering.fitsBlocks(channelsIn) && lowering.fitsBlocks(channelsOut);
  if (whole && wantsBlocks(dy, filter, lowering)) {
    const turned = turnedBlocksFilter(filter, lowering);
    return { name: blocksConv(lowering, lowering.at(dy, 'blocks'), turned, window), layout: 'blocks' };
  }
  const operands = [lowering.at(dy, 'planes'), turnedPlanesFilter(filter, lowering)];
  return { name: lowering.model.apply('Conv', operands, window), layout: 'planes' };
}

function stridedInputGradient(node: Node<'convInputGradient'>, lowering: Lowering): Placed {
  const [dy, filter] = node.inputs as [Node, Node];
  const subpixel = subpixelConvolution(node, dy);
  if (!subpixel) return transposedConv(node, dy, filter, lowering);
  const { strides } = node.attributes;
  const { kernel, pads } = subpixel;
  const { block } = lowering;
  const [batch, height, width, channels] = node.shape as [number, number, number, number];
  const [rows, columns] = [height / strides[0], width / strides[1]];
  const channelsOut = dy.shape[3]!;
  const window = { kernel_shape: kernel, strides: [1, 1], dilations: [1, 1], pads };
  const positions = subpixelPositions(filter, subpixel, lowering);
  const shape = [strides[0] * strides[1] * channels, channelsOut, ...kernel];
  if (
    wantsBlocks(dy, filter, lowering) &&
    lowering.fitsBlocks(channels) &&
    lowering.fitsBlocks(channelsOut)
  ) {
    const axes = [...strides, ...kernel, channels / block, block, channelsOut / block, block];
    const ordered = lowering.transpose(lowering.reshape(positions, axes), [0, 1, 4, 6, 2, 3, 7, 5]);
    const parts = blocksConv(lowering, lowering.at(dy, 'blocks'), lowering.reshape(ordered, shape), window);
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

function transposedConv(node: Node<'convInputGradient'>, dy: Node, filter: Node, lowering: Lowering): Placed {
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

export function blocksConv(
  { model }: Lowering,
  pictures: string,
  filter: string,
  window: WindowAttributes,
): string {
  return model.apply('Conv', [pictures, filter], { ...window, group: 1 }, 'com.microsoft.nchwc');
}

function wantsBlocks(x: Node, filter: Node, lowering: Lowering): boolean {
  if (lowering.block === 0) return false;
  return !lowering.isConstant(filter) || lowering.home(x).layout === 'blocks';
}
