import type { Node, Window } from '../graph/node.ts';
import { blocksConv } from './blocks-conv.ts';
import { blocksShape } from './layout.ts';
import type { Lowering, Placed } from './lowering.ts';

/**
 * Σ over the batch and all places of x ⊗ dy, for each position of the filter. It is a convolution itself: of x with dy as
 * its filter, images in the role of channels, and channels in the role of images; strides and dilations change places.
 */
export function filterGradient(node: Node<'convFilterGradient'>, lowering: Lowering): Placed {
  const [x, dy] = node.inputs as [Node, Node];
  const inBlocks = lowering.fitsBlocks(x.shape[0]!) && lowering.fitsBlocks(dy.shape[3]!);
  const name = inBlocks ? byConvolution(node, x, dy, lowering) : byProducts(node, x, dy, lowering);
  return { name, layout: 'plain' };
}

function byConvolution(node: Node<'convFilterGradient'>, x: Node, dy: Node, lowering: Lowering): string {
  const { kernel, strides, dilations } = node.attributes;
  const [, , channelsIn, channelsOut] = node.shape as [number, number, number, number];
  const { block } = lowering;
  const [top, , bottom] = edges(node.attributes, x, dy);
  const window = {
    kernel_shape: dy.shape.slice(1, 3),
    strides: dilations,
    dilations: strides,
    pads: [Math.max(top, 0), 0, Math.max(bottom, 0), 0],
  };
  const gradient = blocksConv(lowering, {
    pictures: imagesAsChannels(node, x, dy, lowering),
    filter: asFilter(dy, lowering),
    window,
  });
  const [height, width] = kernel;
  const blocks = lowering.reshape(gradient, [channelsIn, channelsOut / block, height, width, block]);
  return lowering.reshape(lowering.transpose(blocks, [2, 3, 0, 1, 4]), node.shape);
}

/** How far the filter reaches over the picture at its top, left, bottom and right; negative where it leaves some out. */
function edges(
  { kernel, strides, dilations, pads }: Window,
  x: Node,
  dy: Node,
): [number, number, number, number] {
  const [top, left] = pads;
  const beyond = (axis: 0 | 1, before: number) =>
    strides[axis] * (dy.shape[axis + 1]! - 1) +
    dilations[axis] * (kernel[axis] - 1) +
    1 -
    x.shape[axis + 1]! -
    before;
  return [top, left, beyond(0, top), beyond(1, left)];
}

/**
 * x as [in, batch, height, width] in blocks of images. The columns are padded here, since the convolution is slow at the
 * sides of a picture that it pads itself; rows cost it nothing.
 */
function imagesAsChannels(node: Node<'convFilterGradient'>, x: Node, dy: Node, lowering: Lowering): string {
  const { model, block } = lowering;
  const [batch, height, width, channels] = x.shape as [number, number, number, number];
  const pixels = lowering.reshape(lowering.at(x, 'planes'), [batch, channels * height * width]);
  const imagesLast = lowering.reshape(lowering.transpose(pixels, [1, 0]), [channels, height, width, batch]);
  const blocks = model.apply('ReorderInput', [imagesLast], { channels_last: 1 }, 'com.microsoft.nchwc');
  const [top, left, bottom, right] = edges(node.attributes, x, dy);
  const cropped = [Math.min(top, 0), Math.min(bottom, 0)] as const;
  if (left === 0 && right === 0 && cropped.every((rows) => rows === 0)) return blocks;
  const axes = lowering.reshape(blocks, blocksShape([channels, height, width, batch], block));
  const pads = model.int64s([0, 0, cropped[0], left, 0, 0, 0, cropped[1], right, 0]);
  const padded = model.apply('Pad', [axes, pads, model.filled(0, 'float32')]);
  return lowering.reshape(padded, [channels, batch, height + cropped[0] + cropped[1], width + left + right]);
}

/** dy as a filter [out, batch, height, width] in blocks of images × out channels. */
function asFilter(dy: Node, lowering: Lowering): string {
  const { block } = lowering;
  const [batch, height, width, channels] = dy.shape as [number, number, number, number];
  const axes = [batch / block, block, channels / block, height * width, block];
  const reordered = lowering.transpose(lowering.reshape(lowering.at(dy, 'blocks'), axes), [2, 0, 3, 1, 4]);
  return lowering.reshape(reordered, [channels, batch, height, width]);
}

/** One matrix product an image and position; for batches and channels that don't fill blocks. */
function byProducts(node: Node<'convFilterGradient'>, x: Node, dy: Node, lowering: Lowering): string {
  const { model } = lowering;
  const { kernel, strides, dilations } = node.attributes;
  const [batch, outHeight, outWidth, channelsOut] = dy.shape as [number, number, number, number];
  const [top, left, bottom, right] = edges(node.attributes, x, dy);
  const pads = model.int64s([0, 0, top, left, 0, 0, bottom, right]);
  const padded = model.apply('Pad', [lowering.at(x, 'planes'), pads, model.filled(0, 'float32')]);
  const rows = lowering.reshape(lowering.at(dy, 'planes'), [batch, channelsOut, outHeight * outWidth]);
  const ofPosition = (row: number, column: number) => {
    const from = [row * dilations[0], column * dilations[1]];
    const to = [from[0]! + (outHeight - 1) * strides[0] + 1, from[1]! + (outWidth - 1) * strides[1] + 1];
    const lists = [from, to, [2, 3], strides].map((list) => model.int64s(list));
    const seen = lowering.reshape(model.apply('Slice', [padded, ...lists]), [
      batch,
      node.shape[2]!,
      outHeight * outWidth,
    ]);
    const products = model.apply('FusedMatMul', [seen, rows], { transB: 1 }, 'com.microsoft');
    return model.apply('ReduceSum', [products, model.int64s([0])], { keepdims: 1 });
  };
  const positions = Array.from({ length: kernel[0] * kernel[1] }, (_, place) =>
    ofPosition(Math.floor(place / kernel[1]), place % kernel[1]),
  );
  return lowering.reshape(model.apply('Concat', positions, { axis: 0 }), node.shape);
}
