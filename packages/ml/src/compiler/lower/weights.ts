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

/** `turnedPlanesFilter` in blocks. */
export function turnedBlocksFilter(filter: Node, lowering: Lowering): string {
  const { block } = lowering;
  return lowering.once(`turned blocks of filter ${filter.id}`, () => {
    const [height, width, channelsIn, channelsOut] = filter.shape as [number, number, number, number];
    const blocks = [height * width, channelsIn / block, block, channelsOut / block, block];
    const turned = lowering.reshape(turnedPositions(filter, lowering), blocks);
    return lowering.reshape(lowering.transpose(turned, [1, 3, 0, 4, 2]), [
      channelsIn,
      channelsOut,
      height,
      width,
    ]);
  });
}

/** [height · width, in · out], the last position first. */
function turnedPositions(filter: Node, lowering: Lowering): string {
  const { model } = lowering;
  const [height, width, channelsIn, channelsOut] = filter.shape as [number, number, number, number];
  const positions = height * width;
  const flat = lowering.reshape(lowering.at(filter, 'plain'), [positions, channelsIn * channelsOut]);
  if (positions === 1) return flat;
  const backwards = model.int64s(Array.from({ length: positions }, (_, place) => positions - 1 - place));
  return model.apply('Gather', [flat, backwards], { axis: 0 });
}
