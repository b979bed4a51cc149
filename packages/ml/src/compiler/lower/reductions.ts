import type { Node } from '../graph/node.ts';
import { planesAxis } from './layout.ts';
import type { Lowering, Lowerings, Placed } from './lowering.ts';

export const reductions = {
  sum: (node, lowering) => reduce(node, lowering, 'ReduceSum'),
  reduceMax: (node, lowering) => reduce(node, lowering, 'ReduceMax'),
  reduceMin: (node, lowering) => reduce(node, lowering, 'ReduceMin'),
  softmax: ({ inputs: [x] }, lowering) => ({
    name: lowering.model.apply('Softmax', [lowering.at(x!, 'plain')], { axis: -1 }),
    layout: 'plain',
  }),
  logSoftmax: ({ inputs: [x] }, lowering) => ({
    name: lowering.model.apply('LogSoftmax', [lowering.at(x!, 'plain')], { axis: -1 }),
    layout: 'plain',
  }),
} satisfies Partial<Lowerings>;

type Reducer = 'ReduceSum' | 'ReduceMax' | 'ReduceMin';

function reduce(
  node: Node<'sum' | 'reduceMax' | 'reduceMin'>,
  lowering: Lowering,
  operator: Reducer,
): Placed {
  const { axes, keepDims } = node.attributes;
  const { source, operator: reducer } = sumOfSquares(node, lowering, operator);
  const overPixels = axes.includes(1) && axes.includes(2) && !axes.includes(3);
  if (source.shape.length === 4 && overPixels && lowering.home(source).layout !== 'plain')
    return overPictures(node, source, lowering, reducer);
  const layout = layoutOf(node, source, lowering);
  const reduced = layout === 'planes' ? axes.map(planesAxis) : axes;
  const name = applyReducer(lowering, reducer, lowering.at(source, layout), reduced, keepDims);
  return { name, layout: keepDims ? layout : 'plain' };
}

/** Σx² without x² in memory, where no one else wants it. */
function sumOfSquares(node: Node, lowering: Lowering, operator: Reducer) {
  const [x] = node.inputs as [Node];
  if (operator === 'ReduceSum' && x.op === 'square' && lowering.hasOneUser(x))
    return { source: x.inputs[0]!, operator: 'ReduceSumSquare' };
  return { source: x, operator };
}

/** Over each picture first and then over the batch: one long float32 sum would lose digits. */
function overPictures(
  { attributes: { axes }, shape }: Node<'sum' | 'reduceMax' | 'reduceMin'>,
  source: Node,
  lowering: Lowering,
  reducer: string,
): Placed {
  const inBlocks = lowering.home(source).layout === 'blocks';
  const pictures = inBlocks ? lowering.fiveAxes(source) : lowering.at(source, 'planes');
  const ofPictures = applyReducer(lowering, reducer, pictures, [2, 3], false);
  const again = reducer === 'ReduceSumSquare' ? 'ReduceSum' : reducer;
  const name = axes.includes(0)
    ? lowering.reshape(applyReducer(lowering, again, ofPictures, [0], false), shape)
    : lowering.reshapeRest(ofPictures, shape);
  return { name, layout: 'plain' };
}

function layoutOf(
  { attributes: { axes, keepDims } }: Node<'sum' | 'reduceMax' | 'reduceMin'>,
  source: Node,
  lowering: Lowering,
): 'planes' | 'plain' {
  if (source.shape.length !== 4 || lowering.home(source).layout === 'plain') return 'plain';
  const kept = [0, 1, 2, 3].filter((axis) => !axes.includes(axis));
  const reordered = kept.includes(3) && (kept.includes(1) || kept.includes(2));
  return reordered && !keepDims ? 'plain' : 'planes';
}

/** Until opset 18 sums take their axes as an input and the others as an attribute. */
function applyReducer(
  { model }: Lowering,
  reducer: string,
  name: string,
  axes: readonly number[],
  keepDims: boolean,
): string {
  const keepdims = keepDims ? 1 : 0;
  if (reducer === 'ReduceSum') return model.apply(reducer, [name, model.int64s(axes)], { keepdims });
  return model.apply(reducer, [name], { axes, keepdims });
}
