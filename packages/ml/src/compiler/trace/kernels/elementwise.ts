import * as tf from '@tensorflow/tfjs';
import { binary, binaryWith } from '../../graph/binary.ts';
import { cast } from '../../graph/cast.ts';
import type { BinaryOp, DType, UnaryOp } from '../../graph/node.ts';
import { unary } from '../../graph/unary.ts';
import { where } from '../../graph/where.ts';
import type { Kernel, Kernels } from './kernel.ts';

const ofOne =
  (op: UnaryOp): Kernel =>
  ({ graph, input }) =>
    unary(graph, op, input('x'));

const ofTwo =
  (op: BinaryOp): Kernel =>
  ({ graph, input }) =>
    binary(graph, op, input('a'), input('b'));

/** Arithmetic, comparisons, logic and choices, element by element. */
export const elementwiseKernels: Kernels = {
  Neg: ofOne('neg'),
  Abs: ofOne('abs'),
  Exp: ofOne('exp'),
  Log: ofOne('log'),
  Sqrt: ofOne('sqrt'),
  Rsqrt: ofOne('rsqrt'),
  Square: ofOne('square'),
  Reciprocal: ofOne('reciprocal'),
  Sin: ofOne('sin'),
  Cos: ofOne('cos'),
  Floor: ofOne('floor'),
  Ceil: ofOne('ceil'),
  Sign: ofOne('sign'),
  Erf: ofOne('erf'),
  LogicalNot: ofOne('not'),
  Add: ofTwo('add'),
  Sub: ofTwo('sub'),
  Multiply: ofTwo('mul'),
  RealDiv: ofTwo('div'),
  Pow: ofTwo('pow'),
  Maximum: ofTwo('max'),
  Minimum: ofTwo('min'),
  Greater: ofTwo('greater'),
  GreaterEqual: ofTwo('greaterEqual'),
  Less: ofTwo('less'),
  LessEqual: ofTwo('lessEqual'),
  Equal: ofTwo('equal'),
  NotEqual: ofTwo('notEqual'),
  LogicalAnd: ofTwo('and'),
  LogicalOr: ofTwo('or'),
  AddN: ({ graph, list }) => list().reduce((total, term) => binary(graph, 'add', total, term)),
  SquaredDifference: ({ graph, input }) =>
    unary(graph, 'square', binary(graph, 'sub', input('a'), input('b'))),
  ClipByValue({ graph, input, attributes }) {
    const { clipValueMin, clipValueMax } = attributes<tf.ClipByValueAttrs>();
    const raised = binaryWith(graph, 'max', input('x'), clipValueMin);
    return binaryWith(graph, 'min', raised, clipValueMax);
  },
  Cast: ({ graph, input, attributes }) => cast(graph, input('x'), attributes<tf.CastAttrs>().dtype as DType),
  Identity: ({ input }) => input('x'),
  Select({ graph, input }) {
    const [yes, no] = [input('t'), input('e')];
    const dtype = tf.backend_util.upcastType(yes.dtype, no.dtype) as DType;
    return where(graph, input('condition'), cast(graph, yes, dtype), cast(graph, no, dtype));
  },
};
