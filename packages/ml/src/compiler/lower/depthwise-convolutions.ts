import type { Node } from '../graph/node.ts';
import { windowAttributes } from './blocks-conv.ts';
import { leftOver } from './convolutions.ts';
import type { Lowering, Lowerings, Placed } from './lowering.ts';

/** Convolutions in as many groups as there are channels. */
export const depthwiseConvolutions = {
  depthwiseConv: (node, lowering) => grouped('Conv', node, {}, lowering),
  depthwiseConvInputGradient: (node, lowering) =>
    grouped('ConvTranspose', node, { output_padding: leftOver(node) }, lowering),
} satisfies Partial<Lowerings>;

function grouped(
  operator: 'Conv' | 'ConvTranspose',
  { inputs, attributes }: Node<'depthwiseConv' | 'depthwiseConvInputGradient'>,
  more: { output_padding?: readonly number[] },
  lowering: Lowering,
): Placed {
  const [pictures, filter] = inputs as [Node, Node];
  const operands = [lowering.at(pictures, 'planes'), channelFilters(filter, lowering)];
  const group = filter.shape[2]!;
  const name = lowering.model.apply(operator, operands, { ...windowAttributes(attributes), group, ...more });
  return { name, layout: 'planes' };
}

/** [height, width, in, multiplier] → [in · multiplier, 1, height, width] */
function channelFilters(filter: Node, lowering: Lowering): string {
  const [height, width, channels, multiplier] = filter.shape as [number, number, number, number];
  return lowering.once(`filters by channel of ${filter.id}`, () => {
    const channelsFirst = lowering.transpose(lowering.at(filter, 'plain'), [2, 3, 0, 1]);
    return lowering.reshape(channelsFirst, [channels * multiplier, 1, height, width]);
  });
}
