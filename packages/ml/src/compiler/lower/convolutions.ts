import type { Node } from '../graph/node.ts';
import { asBlocksConv, blocksConv, turnedWindow, windowAttributes } from './blocks-conv.ts';
import { filterGradient } from './filter-gradient.ts';
import type { Lowering, Lowerings, Placed } from './lowering.ts';
import { stridedInputGradient } from './strided-input-gradient.ts';
import { planesFilter, turnedPlanesFilter } from './weights.ts';

export const convolutions = {
  conv: lowerConv,
  convInputGradient: lowerInputGradient,
  convFilterGradient: filterGradient,
} satisfies Partial<Lowerings>;

function lowerConv(node: Node<'conv'>, lowering: Lowering): Placed {
  const inBlocks = asBlocksConv(node, lowering);
  if (inBlocks) return { name: blocksConv(lowering, inBlocks()), layout: 'blocks' };
  const [x, filter] = node.inputs as [Node, Node];
  const operands = [lowering.at(x, 'planes'), planesFilter(filter, lowering)];
  const name = lowering.model.apply('Conv', operands, { ...windowAttributes(node.attributes) });
  return { name, layout: 'planes' };
}

/**
 * At stride 1 a convolution with the filter turned and its channels swapped, at other strides several of them, which are
 * both faster than a transposed convolution.
 */
function lowerInputGradient(node: Node<'convInputGradient'>, lowering: Lowering): Placed {
  const inBlocks = asBlocksConv(node, lowering);
  if (inBlocks) return { name: blocksConv(lowering, inBlocks()), layout: 'blocks' };
  const window = turnedWindow(node.attributes);
  if (!window) return stridedInputGradient(node, lowering) ?? transposedConv(node, lowering);
  const [dy, filter] = node.inputs as [Node, Node];
  const operands = [lowering.at(dy, 'planes'), turnedPlanesFilter(filter, lowering)];
  return { name: lowering.model.apply('Conv', operands, { ...window }), layout: 'planes' };
}

function transposedConv(node: Node<'convInputGradient'>, lowering: Lowering): Placed {
  const [dy, filter] = node.inputs as [Node, Node];
  const operands = [lowering.at(dy, 'planes'), planesFilter(filter, lowering)];
  const attributes = { ...windowAttributes(node.attributes), output_padding: leftOver(node) };
  return { name: lowering.model.apply('ConvTranspose', operands, attributes), layout: 'planes' };
}

/** Rows and columns of a picture that no window of its strided convolution reached. */
export function leftOver({
  inputs,
  attributes: { kernel, strides, dilations, pads },
  shape,
}: Node<'convInputGradient' | 'depthwiseConvInputGradient'>): number[] {
  const [dy] = inputs as [Node];
  const [top, left, bottom, right] = pads;
  const padded = [top + bottom, left + right];
  return [0, 1].map((axis) => {
    const reached = strides[axis]! * (dy.shape[axis + 1]! - 1) + dilations[axis]! * (kernel[axis]! - 1) + 1;
    return shape[axis + 1]! - (reached - padded[axis]!);
  });
}
