import { type BinaryOp, binaryOps, type Node, type UnaryOp, unaryOps } from '../graph/node.ts';
import { elementTypes } from '../onnx/onnx-model.ts';
import { affine } from './affine.ts';
import { asPictures, blocksShape, equalShapes, type Layout, sizeOf, toPlanes } from './layout.ts';
import type { Lower, Lowering, Placed } from './lowering.ts';

/** ONNX's operator of each operation; those that are missing are made of others below. */
const operators: Readonly<
  Record<Exclude<UnaryOp | BinaryOp, 'rsqrt' | 'square' | 'step' | 'notEqual'>, string>
> = {
  neg: 'Neg',
  abs: 'Abs',
  exp: 'Exp',
  log: 'Log',
  sqrt: 'Sqrt',
  reciprocal: 'Reciprocal',
  relu: 'Relu',
  sigmoid: 'Sigmoid',
  tanh: 'Tanh',
  sin: 'Sin',
  cos: 'Cos',
  floor: 'Floor',
  ceil: 'Ceil',
  sign: 'Sign',
  erf: 'Erf',
  not: 'Not',
  add: 'Add',
  sub: 'Sub',
  mul: 'Mul',
  div: 'Div',
  pow: 'Pow',
  max: 'Max',
  min: 'Min',
  greater: 'Greater',
  greaterEqual: 'GreaterOrEqual',
  less: 'Less',
  lessEqual: 'LessOrEqual',
  equal: 'Equal',
  and: 'And',
  or: 'Or',
};

type Elementwise = UnaryOp | BinaryOp | 'where' | 'cast' | 'broadcast';

/** On pictures in blocks a scale and a shift a channel become one pass over the memory; all else goes element by element. */
const fromOperator: Lower<keyof typeof operators> = (node, lowering) =>
  affine(node, lowering) ??
  everywhere(node, lowering, (operands) => lowering.model.apply(operators[node.op], operands));

export const elementwise = {
  ...(Object.fromEntries([...unaryOps, ...binaryOps].map((op) => [op, fromOperator])) as unknown as {
    [K in UnaryOp | BinaryOp]: Lower<K>;
  }),
  rsqrt: (node, lowering) =>
    everywhere(node, lowering, (operands) =>
      lowering.model.apply('Reciprocal', [lowering.model.apply('Sqrt', operands)]),
    ),
  square: (node, lowering) => everywhere(node, lowering, ([x]) => lowering.model.apply('Mul', [x!, x!])),
  step: lowerStep,
  notEqual: (node, lowering) =>
    everywhere(node, lowering, (operands) =>
      lowering.model.apply('Not', [lowering.model.apply('Equal', operands)]),
    ),
  where: (node, lowering) =>
    everywhere(node, lowering, (operands) => lowering.model.apply('Where', operands)),
  cast: (node, lowering) =>
    everywhere(node, lowering, (operands) =>
      lowering.model.apply('Cast', operands, { to: elementTypes[node.dtype] }),
    ),
  broadcast: lowerBroadcast,
} satisfies { [K in Elementwise]: Lower<K> };

/**
 * 1 where a ReLU let its input through, which its output tells: max(0, min(1, huge · y)) in one pass. A comparison and a cast
 * take two that are slower.
 */
function lowerStep(node: Node<'step'>, lowering: Lowering): Placed {
  const { model } = lowering;
  const [x] = node.inputs as [Node];
  const layout = lowering.layoutFor(node);
  const value = lowering.at(x, layout);
  const name = isNeverNegative(x)
    ? model.apply('HardSigmoid', [value], { alpha: { float: 3e38 }, beta: { float: 0 } })
    : model.apply('Cast', [model.apply('Greater', [value, model.filled(0, 'float32')])], {
        to: elementTypes.float32,
      });
  return { name, layout };
}

function isNeverNegative({ op, inputs }: Node): boolean {
  return op === 'relu' || (op === 'maxPool' && isNeverNegative(inputs[0]!));
}

function lowerBroadcast(node: Node<'broadcast'>, lowering: Lowering): Placed {
  const { model } = lowering;
  const [source] = node.inputs as [Node];
  const name = model.apply('Expand', [lowering.at(source, 'plain'), model.int64s(node.shape)]);
  return { name, layout: 'plain' };
}

/** Applies an operation that knows nothing of axes, in the layout that its operands lie in. */
function everywhere(node: Node, lowering: Lowering, apply: (operands: string[]) => string): Placed {
  let layout = lowering.layoutFor(node);
  if (layout === 'blocks' && !node.inputs.every((input) => hasBlocks(input, node))) layout = 'planes';
  if (layout !== 'blocks' || node.inputs.every((input) => isFull(input, node) || sizeOf(input.shape) === 1))
    return { name: apply(node.inputs.map((input) => operand(input, node, lowering, layout))), layout };
  const axes = node.inputs.map((input) =>
    isFull(input, node) ? lowering.fiveAxes(input) : operand(input, node, lowering, 'blocks'),
  );
  return { name: lowering.fourAxes(apply(axes), node.shape), layout };
}

const isFull = (input: Node, node: Node): boolean => equalShapes(input.shape, node.shape);

/** Whether an operand broadcasts over the five axes of blocks without being reordered. */
function hasBlocks(input: Node, node: Node): boolean {
  if (isFull(input, node)) return true;
  const [, height, width, channels] = asPictures(input.shape);
  return channels === 1 || height! * width! === 1;
}

/** An operand of an operation, shaped so that ONNX's broadcasting does what tfjs's does. */
function operand(input: Node, node: Node, lowering: Lowering, layout: Layout): string {
  if (input.op === 'splat') return lowering.model.filled(input.attributes.value, input.dtype);
  if (layout === 'plain')
    return isNarrowVector(input, node) ? asRow(input, node, lowering) : lowering.at(input, 'plain');
  if (input.shape.length === 0) return lowering.at(input, 'plain');
  if (isFull(input, node)) return lowering.at(input, layout);
  const pictures = asPictures(input.shape);
  const [batch, height, width, channels] = pictures as [number, number, number, number];
  return lowering.once(`${layout} operand of ${input.id}`, () => {
    const plain = lowering.at(input, 'plain');
    if (layout === 'planes') {
      if (channels === 1 || height * width === 1) return lowering.reshape(plain, toPlanes(pictures));
      return lowering.transpose(lowering.reshape(plain, pictures), toPlanes([0, 1, 2, 3]));
    }
    const shape = channels === 1 ? [batch, 1, height, width, 1] : blocksShape(pictures, lowering.block);
    return lowering.reshape(plain, shape);
  });
}

/** One number for each of few channels. */
function isNarrowVector({ shape, op }: Node, node: Node): boolean {
  const channels = node.shape.at(-1)!;
  return (
    op !== 'splat' &&
    node.shape.length === 4 &&
    channels > 1 &&
    channels < 8 &&
    equalShapes(shape, [channels])
  );
}

/** Over a row of pixels: broadcasting along so few channels would take several times as long. */
function asRow(input: Node, node: Node, lowering: Lowering): string {
  const row = [node.shape[2]!, node.shape[3]!];
  return lowering.once(`row of ${row} of ${input.id}`, () =>
    lowering.model.apply('Expand', [lowering.at(input, 'plain'), lowering.model.int64s(row)]),
  );
}
