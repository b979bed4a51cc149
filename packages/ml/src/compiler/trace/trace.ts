import * as tf from '@tensorflow/tfjs';
import { constant } from '../graph/constant.ts';
import { GraphBuilder } from '../graph/graph-builder.ts';
import type { ConstantValues, DType, Node, TracedGraph } from '../graph/node.ts';
import { sameShape } from '../graph/shape.ts';
import type { TensorTree } from '../program.ts';
import { flattenTree, type Leaf, mapTree, type Tree } from '../tensor-tree.ts';
import { readValues } from '../tensors.ts';
import { callingLine, withDeepStacks } from './calling-line.ts';
import { registerTraceKernels, traceBackendName } from './kernels/register.ts';
import { TraceBackend } from './trace-backend.ts';

export interface TraceOptions {
  /** Tensors with values that are frozen into the graph, at the places where the function's inputs have them. */
  constants?: TensorTree;
  /** What messages call the function; its own name if it has one. */
  label?: string;
}

/** A traced function, and where its outputs belong. */
export interface Trace extends TracedGraph {
  outputTree: Tree<Node>;
}

/**
 * Runs a function of tensors once without data and gives what it computes as a graph, gradients included: tfjs
 * differentiates by calling kernels, and those are recorded like all others. Inputs, constants and outputs are named by
 * their paths in the trees, such as `state/weights/conv1.weight`.
 * @param specs shape and type for every tensor of the function's inputs; real tensors serve too
 * @throws Error if the function reads a tensor's values, uses a tensor that isn't among its inputs, or calls a kernel that
 * can't be traced
 */
export function trace<In, Out extends TensorTree>(
  fn: (inputs: In) => Out,
  specs: Tree<Leaf>,
  { constants = {}, label = fn.name || 'The traced function' }: TraceOptions = {},
): Trace {
  const values = readConstants(constants, specs);
  const backend = new TraceBackend(new GraphBuilder(), label);
  const inputs: Node<'input'>[] = [];
  const outputTree = withBackend(backend, () => {
    const arguments_ = mapTree(specs, (spec, path) => {
      const value = values.get(path);
      const node = value
        ? constant(backend.graph, path, value, spec.shape, spec.dtype as DType)
        : backend.graph.create('input', [], { name: path }, spec.shape, spec.dtype as DType);
      if (node.op === 'input') inputs.push(node);
      return tensorOf(node, backend);
    });
    return mapTree(call(fn, arguments_ as In, backend), (tensor: tf.Tensor, path) => {
      const node = backend.nodeOf(tensor.dataId);
      if (!node)
        throw new Error(`${label} gives, as "${path}", a tensor that it was not given and did not compute`);
      return node;
    });
  });
  const outputs = flattenTree(outputTree);
  if (outputs.size === 0) throw new Error(`${label} gives no tensor`);
  return { inputs, outputs, outputTree };
}

function call<In, Out extends TensorTree>(fn: (inputs: In) => Out, inputs: In, backend: TraceBackend): Out {
  const outputs = fn(inputs);
  const isPromise = outputs instanceof Promise;
  // What it may still reject with would have no one to hear it: the reason is told here.
  if (isPromise) outputs.catch(() => {});
  if (backend.refusedReading) throw backend.refusedReading;
  if (isPromise)
    throw new Error(`${backend.label} is asynchronous: only a synchronous function can be traced`);
  return outputs;
}

const tensorOf = (node: Node, backend: TraceBackend): tf.Tensor =>
  tf.engine().makeTensorFromTensorInfo(backend.hold(node), backend);

/** The values of the constants by path. They are read before tracing, on the backend that holds them. */
function readConstants(constants: TensorTree, specs: Tree<Leaf>): Map<string, ConstantValues> {
  const known = flattenTree(specs);
  return new Map(
    [...flattenTree<tf.Tensor>(constants)].map(([path, tensor]) => {
      const spec = known.get(path);
      if (!spec)
        throw new Error(
          `The constant "${path}" is not among the inputs: they are ${[...known.keys()].join(', ')}`,
        );
      if (!sameShape(spec.shape, tensor.shape) || spec.dtype !== tensor.dtype) {
        throw new Error(
          `The constant "${path}" is ${tensor.dtype} [${tensor.shape}], and the input ${spec.dtype} [${spec.shape}]`,
        );
      }
      return [path, readValues(tensor)];
    }),
  );
}

/** Lets tfjs compute on the backend, and gives it back its own afterwards, whatever happens. */
function withBackend<T>(backend: TraceBackend, compute: () => T): T {
  const previous = tf.getBackend();
  if (previous === traceBackendName) throw new Error(`${backend.label} is traced inside of a tracing`);
  registerTraceKernels();
  tf.registerBackend(traceBackendName, () => backend, 0);
  // A backend that is made at once is set at once: what the promise would tell is known.
  void tf.setBackend(traceBackendName);
  tf.engine().startScope(backend.label);
  try {
    return withDeepStacks(compute);
  } catch (error) {
    throw explained(error, backend.label);
  } finally {
    tf.engine().endScope();
    backend.disposeKept();
    tf.removeBackend(traceBackendName);
    if (previous) void tf.setBackend(previous);
  }
}

/** Says which function called a kernel that can't be traced, and where. */
function explained(error: unknown, label: string): unknown {
  if (!(error instanceof Error)) return error;
  const kernel = error.message.match(/^Kernel '(.+)' not registered for backend 'trace'$/)?.[1];
  if (!kernel) return error;
  return new Error(`${label} calls ${kernel}, at ${callingLine(error.stack)}: that kernel can't be traced`, {
    cause: error,
  });
}
