import * as tf from '@tensorflow/tfjs';
import type { Attributes, BinaryOp, ConstantValues, Node, Op, TracedGraph, UnaryOp, Window } from './node.ts';
import { binaryOps, unaryOps } from './node.ts';
import { ordinaryInputs, reachableNodes } from './reachable-nodes.ts';

type Values = [tf.Tensor, tf.Tensor, tf.Tensor];
type Compute<K extends Op> = (inputs: Values, attributes: Attributes[K], node: Node<K>) => tf.Tensor;

/** Computes a graph's outputs node by node with eager tfjs: what the nodes mean, and nothing faster. */
export function evaluate(graph: TracedGraph, inputs: ReadonlyMap<string, tf.Tensor>): Map<string, tf.Tensor> {
  const names = [...graph.outputs.keys()];
  const outputs = tf.tidy(() => {
    const values = new Map<Node, tf.Tensor>();
    for (const node of reachableNodes(graph, ordinaryInputs)) {
      const operands = ordinaryInputs(node).map((input) => values.get(input)!);
      const value = compute(node, operands, inputs);
      tf.util.assertShapesMatch(value.shape, [...node.shape], `${node.op}: `);
      if (value.dtype !== node.dtype) {
        throw new Error(`${node.op} gives ${value.dtype} in place of ${node.dtype}`);
      }
      values.set(node, value);
    }
    return names.map((name) => tf.clone(values.get(graph.outputs.get(name)!)!));
  });
  return new Map(names.map((name, index) => [name, outputs[index]!]));
}

function compute(node: Node, operands: tf.Tensor[], inputs: ReadonlyMap<string, tf.Tensor>): tf.Tensor {
  if (node.op === 'input') return tf.clone(inputs.get(node.attributes.name)!);
  const eagerly = meaning[node.op] as Compute<Op>;
  return eagerly(operands as Values, node.attributes, node);
}

type Meaning = { [K in Exclude<Op, 'input'>]: Compute<K> };

const eager = tf as unknown as Record<string, (...inputs: tf.Tensor[]) => tf.Tensor>;

/** tfjs's name where it isn't ours. */
const tfjsNames: Partial<Record<Op, string>> = {
  max: 'maximum',
  min: 'minimum',
  not: 'logicalNot',
  and: 'logicalAnd',
  or: 'logicalOr',
};
const elementwise = Object.fromEntries(
  [...unaryOps, ...binaryOps].map((op) => [
    op,
    (inputs: tf.Tensor[]) => eager[tfjsNames[op] ?? op]!(...inputs),
  ]),
) as unknown as Pick<Meaning, UnaryOp | BinaryOp>;

const meaning: Meaning = {
  ...elementwise,
  constant: (_, { values }, { shape, dtype }) => tf.tensor(values as ConstantValues, [...shape], dtype),
  splat: (_, { value }, { shape, dtype }) => tf.fill([...shape], value, dtype),
  where: ([condition, yes, no]) => tf.where(condition, yes, no),
  cast: ([x], _, { dtype }) => tf.cast(x, dtype),
  broadcast: ([x], _, { shape }) => tf.broadcastTo(x, [...shape]),
  reshape: ([x], _, { shape }) => tf.reshape(x, [...shape]),
  transpose: ([x], { permutation }) => tf.transpose(x, [...permutation]),
  pad: ([x], { paddings, value }) => tf.pad(x, paddings as [number, number][], value),
  mirrorPad: ([x], { paddings, mode }) => tf.mirrorPad(x, paddings as [number, number][], mode),
  slice: ([x], { begin }, { shape }) => tf.slice(x, [...begin], [...shape]),
  stridedSlice: ([x], { begin, end, strides }) => tf.stridedSlice(x, [...begin], [...end], [...strides]),
  reverse: ([x], { axes }) => tf.reverse(x, [...axes]),
  concat: (parts, { axis }) => tf.concat(parts as tf.Tensor[], axis),
  tile: ([x], { repeats }) => tf.tile(x, [...repeats]),
  gather: ([x, indices], { axis }) => tf.gather(x, indices, axis),
  segmentSum: ([x, ids], { segments }) => tf.unsortedSegmentSum(x, ids as tf.Tensor1D, segments),
  oneHot: ([indices], { depth, on, off }, { dtype }) => tf.oneHot(indices, depth, on, off, dtype),
  matMul: ([a, b], { transposeA, transposeB }) => tf.matMul(a, b, transposeA, transposeB),
  sum: ([x], { axes, keepDims }) => tf.sum(x, [...axes], keepDims),
  reduceMax: ([x], { axes, keepDims }) => tf.max(x, [...axes], keepDims),
  reduceMin: ([x], { axes, keepDims }) => tf.min(x, [...axes], keepDims),
  softmax: ([x]) => tf.softmax(x),
  logSoftmax: ([x]) => tf.logSoftmax(x),
  conv: ([x, filter], window) => kernel('Conv2D', { x, filter }, convolution(window)),
  convInputGradient: ([dy, filter], window, { shape }) =>
    kernel('Conv2DBackpropInput', { dy, filter }, { ...convolution(window), inputShape: [...shape] }),
  convFilterGradient: ([x, dy], window, { shape }) =>
    kernel('Conv2DBackpropFilter', { x, dy }, { ...convolution(window), filterShape: [...shape] }),
  depthwiseConv: ([x, filter], window) => kernel('DepthwiseConv2dNative', { x, filter }, convolution(window)),
  depthwiseConvInputGradient: ([dy, filter], window, { shape }) =>
    kernel(
      'DepthwiseConv2dNativeBackpropInput',
      { dy, filter },
      { ...convolution(window), inputShape: [...shape] },
    ),
  avgPool: ([x], window) => kernel('AvgPool', { x }, pool(window)),
  avgPoolGradient: ([dy], window, { shape }) =>
    kernel('AvgPoolGrad', { dy, input: tf.zeros([...shape]) }, pool(window)),
  maxPool: ([x], window) => kernel('MaxPool', { x }, pool(window)),
  maxPoolGradient: ([dy, x], window) =>
    kernel('MaxPoolGrad', { dy, input: x, output: kernel('MaxPool', { x }, pool(window)) }, pool(window)),
  lrn: ([x], { radius, ...rest }) => kernel('LRN', { x }, { depthRadius: radius, ...rest }),
  lrnGradient: ([x, y, dy], { radius, ...rest }) =>
    kernel('LRNGrad', { x, y, dy }, { depthRadius: radius, ...rest }),
  ownKernel: ([otherwise]) => tf.clone(otherwise),
};

const kernel = (name: string, inputs: tf.NamedTensorMap, attributes: object): tf.Tensor =>
  tf.engine().runKernel(name, inputs, attributes as tf.NamedAttrMap) as tf.Tensor;

const explicitPad = ({ pads: [top, left, bottom, right] }: Window) => [
  [0, 0],
  [top, bottom],
  [left, right],
  [0, 0],
];

const convolution = (window: Window) => ({
  strides: [...window.strides],
  dilations: [...window.dilations],
  pad: explicitPad(window),
  dataFormat: 'NHWC',
});

const pool = (window: Window) => ({
  filterSize: [...window.kernel],
  strides: [...window.strides],
  pad: explicitPad(window),
});
