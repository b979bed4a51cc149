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
  const contiguous = node.attributes.dilations[1] === 1;
  const name = (inBlocks && contiguous ? byConvolution : byProducts)(node, x, dy, lowering);
  return { name, layout: 'plain' };
}

/**
 * Channels beside each other lie beside each other in x's rows too, so that a row of the result has a place for each of them
 * and each position of the filter: with the filter's three positions alone the processor's registers would stay empty.
 */
function byConvolution(node: Node<'convFilterGradient'>, x: Node, dy: Node, lowering: Lowering): string {
  const { kernel, strides, dilations } = node.attributes;
  const [, , channelsIn, channelsOut] = node.shape as [number, number, number, number];
  const { block, model } = lowering;
  const beside = lowering.fitsBlocks(channelsIn) ? block : channelsIn;
  const images = imagesAsChannels(x, beside, lowering);
  const bands = bandsOf(dy, lowering);
  const filters = bandsAsFilters(dy, bands, lowering);
  const parts = bands.map(({ from, rows }, index) => {
    const { pictures, top, bottom } = rowsUnder(node, x, dy, { from, rows }, images, beside, lowering);
    return blocksConv(lowering, {
      pictures,
      filter: filters[index]!,
      window: {
        kernel_shape: [rows, dy.shape[2]!],
        strides: [dilations[0], 1],
        dilations: [strides[0], strides[1] * beside],
        pads: [top, 0, bottom, 0],
      },
    });
  });
  const gradient = parts.length > 1 ? model.apply('Sum', parts) : parts[0]!;
  const axes = [channelsIn / beside, channelsOut / block, ...kernel, beside, block];
  const ordered = lowering.transpose(lowering.reshape(gradient, axes), [2, 3, 0, 4, 1, 5]);
  return lowering.reshape(ordered, node.shape);
}

/** Rows of dy. */
interface Band {
  from: number;
  rows: number;
}

/** What ONNX Runtime's convolution reads again for each few pixels should stay in the processor's own cache. */
const cachedBytes = 2 ** 20;

/** dy in bands of rows of which a block of images fits into the cache; a convolution makes up to four blocks of channels at once. */
function bandsOf(dy: Node, { block }: Lowering): Band[] {
  const [, height, width, channels] = dy.shape as [number, number, number, number];
  const rowBytes = 4 * width * block * Math.min(channels, 4 * block);
  const count = Math.min(height, Math.ceil((height * rowBytes) / cachedBytes));
  const rows = Math.ceil(height / count);
  return Array.from({ length: Math.ceil(height / rows) }, (_, band) => {
    const from = band * rows;
    return { from, rows: Math.min(rows, height - from) };
  });
}

/** x as [in / beside, batch, height, width · beside] in blocks of images. */
function imagesAsChannels(x: Node, beside: number, lowering: Lowering): string {
  const [batch, height, width, channels] = x.shape as [number, number, number, number];
  const source = lowering.at(x, lowering.fitsBlocks(channels) ? 'blocks' : 'plain');
  return lowering.once(`images of ${x.id} as channels`, () => {
    const pixels = lowering.reshape(source, [batch, channels * height * width]);
    const axes = [channels / beside, height, width * beside, batch];
    const imagesLast = lowering.reshape(lowering.transpose(pixels, [1, 0]), axes);
    return lowering.model.apply('ReorderInput', [imagesLast], { channels_last: 1 }, 'com.microsoft.nchwc');
  });
}

/**
 * The rows of x that a band of dy saw, and how many more it saw beyond the picture. The columns are padded here, since the
 * convolution is slow at the sides of a picture that it pads itself; rows cost it nothing.
 */
function rowsUnder(
  { attributes }: Node<'convFilterGradient'>,
  x: Node,
  dy: Node,
  { from, rows }: Band,
  images: string,
  beside: number,
  lowering: Lowering,
): { pictures: string; top: number; bottom: number } {
  const { kernel, strides, dilations, pads } = attributes;
  const { model, block } = lowering;
  const [batch, height, width, channels] = x.shape as [number, number, number, number];
  const first = from * strides[0] - pads[0];
  const last = first + (rows - 1) * strides[0] + (kernel[0] - 1) * dilations[0];
  const [top, bottom] = [Math.max(0, -first), Math.max(0, last + 1 - height)];
  const [cropTop, cropBottom] = [Math.min(0, -first), Math.min(0, last + 1 - height)];
  const [, left, , right] = edges(attributes, x, dy);
  if (left === 0 && right === 0 && cropTop === 0 && cropBottom === 0)
    return { pictures: images, top, bottom };
  const shape = [channels / beside, height, width * beside, batch];
  const axes = lowering.reshape(images, blocksShape(shape, block));
  const sides = model.int64s([0, 0, cropTop, left * beside, 0, 0, 0, cropBottom, right * beside, 0]);
  const padded = model.apply('Pad', [axes, sides, model.filled(0, 'float32')]);
  const pictures = lowering.reshape(padded, [
    channels / beside,
    batch,
    height + cropTop + cropBottom,
    (width + left + right) * beside,
  ]);
  return { pictures, top, bottom };
}

/** Bands of dy, each as a filter [out, batch, rows, width] in blocks of images × out channels. */
function bandsAsFilters(dy: Node, bands: readonly Band[], lowering: Lowering): string[] {
  const { block, model } = lowering;
  const [batch, height, width, channels] = dy.shape as [number, number, number, number];
  const lines = lowering.reshape(lowering.at(dy, 'blocks'), [batch, channels / block, height, width * block]);
  const sizes = model.int64s(bands.map(({ rows }) => rows));
  const parts =
    bands.length > 1 ? model.applyMany(bands.length, 'Split', [lines, sizes], { axis: 2 }) : [lines];
  return bands.map(({ rows }, index) => {
    const axes = [batch / block, block, channels / block, rows * width, block];
    const reordered = lowering.transpose(lowering.reshape(parts[index]!, axes), [2, 0, 3, 1, 4]);
    return lowering.reshape(reordered, [channels, batch, rows, width]);
  });
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
