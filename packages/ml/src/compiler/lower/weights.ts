import type { Node } from '../graph/node.ts';
import type { Lowering } from './lowering.ts';

/** Filters in the orders that convolutions want; ours are [height, width, in, out]. Each is made once for all its users. */

/** [out, in, height, width] */
export function planesFilter(filter: Node, lowering: Lowering): string {
  return lowering.once(`OIHW of ${filter.id}`, () =>
    lowering.transpose(lowering.at(filter, 'plain'), [3, 2, 0, 1]),
  );
}

/** [in, out, height, width], turned by half a circle: what carries a gradient back through the convolution. */
export function turnedPlanesFilter(filter: Node, lowering: Lowering): string {
  return lowering.once(`turned IOHW of ${filter.id}`, () => {
    const [height, width, channelsIn, channelsOut] = filter.shape as [number, number, number, number];
    const turned = lowering.reshape(turnedPositions(filter, lowering), [
      height,
      width,
      channelsIn,
      channelsOut,
    ]);
    return lowering.transpose(turned, [2, 3, 0, 1]);
  });
}

/**
 * Blocks of in × out channels, [out / b, in / b, height, width, b in, b out] in memory; where the input is too narrow for
 * blocks, and lies in planes, [out / b, in, height, width, b out].
 */
export function blocksFilter(filter: Node, lowering: Lowering): string {
  const { block } = lowering;
  return lowering.once(`blocks of filter ${filter.id}`, () => {
    const [height, width, channelsIn, channelsOut] = filter.shape as [number, number, number, number];
    const plain = lowering.at(filter, 'plain');
    const outer = [height, width];
    const reordered = lowering.fitsBlocks(channelsIn)
      ? lowering.transpose(
          lowering.reshape(plain, [...outer, channelsIn / block, block, channelsOut / block, block]),
          [4, 2, 0, 1, 3, 5],
        )
      : lowering.transpose(
          lowering.reshape(plain, [...outer, channelsIn, channelsOut / block, block]),
          [3, 2, 0, 1, 4],
        );
    return lowering.reshape(reordered, [channelsOut, channelsIn, height, width]);
  });
}

/**
 * `turnedPlanesFilter` in blocks. Its matrices are transposed first, which is faster than all at once; the turn between keeps
 * ONNX Runtime from making one of the two.
 */
export function turnedBlocksFilter(filter: Node, lowering: Lowering): string {
  const { block } = lowering;
  return lowering.once(`turned blocks of filter ${filter.id}`, () => {
    const [height, width, channelsIn, channelsOut] = filter.shape as [number, number, number, number];
    const positions = height * width;
    const plain = lowering.reshape(lowering.at(filter, 'plain'), [positions, channelsIn, channelsOut]);
    const turned = backwards(lowering.transpose(plain, [0, 2, 1]), positions, lowering);
    const blocks = [positions, channelsOut / block, block, channelsIn / block, block];
    return lowering.reshape(lowering.transpose(lowering.reshape(turned, blocks), [3, 1, 0, 2, 4]), [
      channelsIn,
      channelsOut,
      height,
      width,
    ]);
  });
}

/** [height · width, in, out], the last position first. */
function turnedPositions(filter: Node, lowering: Lowering): string {
  const [height, width, channelsIn, channelsOut] = filter.shape as [number, number, number, number];
  const positions = height * width;
  const flat = lowering.reshape(lowering.at(filter, 'plain'), [positions, channelsIn * channelsOut]);
  return backwards(flat, positions, lowering);
}

/** The entries of the first axis, the last first. */
function backwards(name: string, length: number, { model }: Lowering): string {
  if (length === 1) return name;
  const places = model.int64s(Array.from({ length }, (_, place) => length - 1 - place));
  return model.apply('Gather', [name, places], { axis: 0 });
}
