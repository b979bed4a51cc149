import type { Node } from '../graph/node.ts';
import type { Lowering, Lowerings, Placed } from './lowering.ts';

export const gathers = {
  gather: ({ inputs: [x, indices], attributes: { axis } }, lowering) => ({
    name: lowering.model.apply('Gather', [lowering.at(x!, 'plain'), lowering.at(indices!, 'plain')], {
      axis,
    }),
    layout: 'plain',
  }),
  segmentSum: lowerSegmentSum,
  oneHot({ inputs: [indices], attributes: { depth, on, off }, dtype }, lowering): Placed {
    const { model } = lowering;
    const values = model.apply('Concat', [model.filled(off, dtype, [1]), model.filled(on, dtype, [1])], {
      axis: 0,
    });
    const name = model.apply('OneHot', [lowering.at(indices!, 'plain'), model.int64s([depth]), values]);
    return { name, layout: 'plain' };
  },
} satisfies Partial<Lowerings>;

/** Rows are added to the zeros of their segments; the gradient of a gather. */
function lowerSegmentSum(node: Node<'segmentSum'>, lowering: Lowering): Placed {
  const { model } = lowering;
  const [x, ids] = node.inputs as [Node, Node];
  const zeros = model.apply('Expand', [model.filled(0, node.dtype), model.int64s(node.shape)]);
  const places = model.apply('Cast', [lowering.at(ids, 'plain')], { to: 7 });
  const rows = model.apply('Unsqueeze', [places, model.int64s([-1])]);
  const name = model.apply('ScatterND', [zeros, rows, lowering.at(x, 'plain')], { reduction: 'add' });
  return { name, layout: 'plain' };
}
