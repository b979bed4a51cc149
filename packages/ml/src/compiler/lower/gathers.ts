import type { Node } from '../graph/node.ts';
import { elementTypes } from '../onnx/onnx-model.ts';
import type { Lowering, Lowerings, Placed } from './lowering.ts';

export const gathers = {
  gather: ({ inputs: [x, indices], attributes: { axis } }, lowering) => ({
    name: lowering.model.apply('Gather', [lowering.at(x!, 'plain'), lowering.at(indices!, 'plain')], {
      axis,
    }),
    layout: 'plain',
  }),
  segmentSum: lowerSegmentSum,
  oneHot: lowerOneHot,
} satisfies Partial<Lowerings>;

/** Rows are added to the zeros of their segments; the gradient of a gather. */
function lowerSegmentSum(node: Node<'segmentSum'>, lowering: Lowering): Placed {
  const { model } = lowering;
  const [x, ids] = node.inputs as [Node, Node];
  const zeros = model.apply('Expand', [model.filled(0, node.dtype), model.int64s(node.shape)]);
  const places = model.apply('Cast', [lowering.at(ids, 'plain')], { to: elementTypes.int64 });
  const rows = model.apply('Unsqueeze', [places, model.int64s([-1])]);
  const name = model.apply('ScatterND', [zeros, rows, lowering.at(x, 'plain')], { reduction: 'add' });
  return { name, layout: 'plain' };
}

/** ONNX Runtime has it for floats at places of 64 bits. */
function lowerOneHot({ inputs, attributes, dtype }: Node<'oneHot'>, lowering: Lowering): Placed {
  const { model } = lowering;
  const [off, on] = [
    model.filled(attributes.off, 'float32', [1]),
    model.filled(attributes.on, 'float32', [1]),
  ];
  const places = model.apply('Cast', [lowering.at(inputs[0]!, 'plain')], { to: elementTypes.int64 });
  const values = model.apply('Concat', [off, on], { axis: 0 });
  const floats = model.apply('OneHot', [places, model.int64s([attributes.depth]), values]);
  const name = dtype === 'float32' ? floats : model.apply('Cast', [floats], { to: elementTypes[dtype] });
  return { name, layout: 'plain' };
}
