/** What a traced value is, without its data. Shapes and semantics are tfjs's: images are [batch, height, width, channels]. */
export type Node<K extends Op = Op> = {
  [P in K]: {
    /** Counts up in the order of tracing: inputs have smaller ids than what is made of them. */
    id: number;
    op: P;
    inputs: readonly Node[];
    attributes: Attributes[P];
    shape: readonly number[];
    dtype: DType;
  };
}[K];

export type Op = keyof Attributes;

export type DType = 'float32' | 'int32' | 'bool';

export type ConstantValues = Float32Array | Int32Array | Uint8Array;

/**
 * Geometry of a convolution or a pool: [height, width] each, and pads as [top, left, bottom, right], with which
 * ⌊(size + pads − dilation·(kernel − 1) − 1) / stride⌋ + 1 is the size that comes out, however tfjs rounded it.
 */
export interface Window {
  kernel: readonly [number, number];
  strides: readonly [number, number];
  dilations: readonly [number, number];
  pads: readonly [number, number, number, number];
}

type Nothing = Readonly<Record<string, never>>;

/** One entry an axis: [before, after]. */
export type Paddings = readonly (readonly [number, number])[];

/** Every operation of a traced graph with what it needs beside its inputs. */
export interface Attributes
  extends Record<UnaryOp | BinaryOp, Nothing>,
    Record<'sum' | 'reduceMax' | 'reduceMin', { axes: readonly number[]; keepDims: boolean }>,
    Record<
      | 'conv' // x, filter [height, width, in, out]
      | 'convInputGradient' // dy, filter → shape of x
      | 'convFilterGradient' // x, dy → shape of the filter
      | 'depthwiseConv' // x, filter [height, width, in, multiplier]
      | 'depthwiseConvInputGradient' // dy, filter → shape of x
      | 'avgPool' // x; cells outside the picture don't count
      | 'avgPoolGradient' // dy → shape of x; as tfjs does, each dy is divided by the whole kernel, also at the border
      | 'maxPool' // x
      | 'maxPoolGradient', // dy, x → shape of x; ties go to the first
      Window
    > {
  input: { name: string };
  constant: { name: string; values: ConstantValues };
  /** One value everywhere. */
  splat: { value: number };
  /** condition, then, else; all of one rank or scalar */
  where: Nothing;
  cast: Nothing;
  /** To the node's own shape, by tfjs's rules. */
  broadcast: Nothing;
  reshape: Nothing;
  transpose: { permutation: readonly number[] };
  pad: { paddings: Paddings; value: number };
  mirrorPad: { paddings: Paddings; mode: 'reflect' | 'symmetric' };
  /** From `begin`, as long as the node's own shape. */
  slice: { begin: readonly number[] };
  /** From `begin` to before `end`, counted from the front; strides are positive. */
  stridedSlice: { begin: readonly number[]; end: readonly number[]; strides: readonly number[] };
  reverse: { axes: readonly number[] };
  concat: { axis: number };
  tile: { repeats: readonly number[] };
  /** x, indices (int32) */
  gather: { axis: number };
  /** x, ids (int32) [rows of x]: rows of the same id are added up; tfjs's unsortedSegmentSum */
  segmentSum: { segments: number };
  /** indices (int32) */
  oneHot: { depth: number; on: number; off: number };
  /** a, b with leading batch axes that broadcast */
  matMul: { transposeA: boolean; transposeB: boolean };
  /** Along the last axis. */
  softmax: Nothing;
  logSoftmax: Nothing;
  /** x; tfjs's localResponseNormalization */
  lrn: { radius: number; bias: number; alpha: number; beta: number };
  /** x, y, dy */
  lrnGradient: { radius: number; bias: number; alpha: number; beta: number };
  /** What a kernel of our own makes of its inputs, and the node of the same value that is made of them by other operations. */
  ownKernel: { kernel: 'resample' | 'resampleGradient'; otherwise: Node };
}

/** Element by element; `step` is 1 where x > 0, else 0. */
export const unaryOps = [
  'neg',
  'abs',
  'exp',
  'log',
  'sqrt',
  'rsqrt',
  'square',
  'reciprocal',
  'relu',
  'step',
  'sigmoid',
  'tanh',
  'sin',
  'cos',
  'floor',
  'ceil',
  'sign',
  'erf',
  'not',
] as const;
export type UnaryOp = (typeof unaryOps)[number];

/** Element by element, with tfjs's broadcasting; comparisons give bool. */
export const binaryOps = [
  'add',
  'sub',
  'mul',
  'div',
  'pow',
  'max',
  'min',
  'greater',
  'greaterEqual',
  'less',
  'lessEqual',
  'equal',
  'notEqual',
  'and',
  'or',
] as const;
export type BinaryOp = (typeof binaryOps)[number];

/** A traced function: what it takes by name, and what it gives by name. */
export interface TracedGraph {
  inputs: readonly Node<'input'>[];
  outputs: ReadonlyMap<string, Node>;
}
