import * as tf from '@tensorflow/tfjs';
import { refusal } from '../refusal.ts';
import type { TraceBackend } from '../trace-backend.ts';
import { activationKernels } from './activations.ts';
import { convolutionKernels } from './convolutions.ts';
import { creationKernels } from './creations.ts';
import { depthwiseConvolutionKernels } from './depthwise-convolutions.ts';
import { elementwiseKernels } from './elementwise.ts';
import { gatherKernels } from './gathers.ts';
import type { Kernel, KernelCall, Kernels } from './kernel.ts';
import { matrixProductKernels } from './matrix-products.ts';
import { normalizationKernels } from './normalizations.ts';
import { ownKernels } from './own-kernels.ts';
import { poolKernels } from './pools.ts';
import { reductionKernels } from './reductions.ts';
import { shapeKernels } from './shapes.ts';
import { sliceKernels } from './slices.ts';

export const traceBackendName = 'trace';

/** Every kernel that can be traced. */
const kernels: Kernels = {
  ...elementwiseKernels,
  ...activationKernels,
  ...reductionKernels,
  ...shapeKernels,
  ...sliceKernels,
  ...creationKernels,
  ...convolutionKernels,
  ...depthwiseConvolutionKernels,
  ...poolKernels,
  ...matrixProductKernels,
  ...gatherKernels,
  ...normalizationKernels,
  ...ownKernels,
};

/** Makes the kernels known to tfjs, once. */
export function registerTraceKernels(): void {
  if (tf.getKernelsForBackend(traceBackendName).length > 0) return;
  for (const [kernelName, kernel] of Object.entries(kernels)) {
    tf.registerKernel({
      kernelName,
      backendName: traceBackendName,
      kernelFunc: ({ inputs, attrs = {}, backend }) =>
        record(kernelName, kernel, inputs, attrs, backend as TraceBackend),
    });
  }
}

function record(
  kernelName: string,
  kernel: Kernel,
  inputs: tf.NamedTensorInfoMap,
  attrs: tf.NamedAttrMap,
  backend: TraceBackend,
): tf.TensorInfo | tf.TensorInfo[] {
  const nodeOf = (tensor: tf.TensorInfo) =>
    backend.nodeOf(tensor.dataId) ?? refuseCaptured(tensor, kernelName);
  const call: KernelCall = {
    graph: backend.graph,
    input: (name) => nodeOf(inputs[name]!),
    optional: (name) => inputs[name] && nodeOf(inputs[name]),
    list: () => Object.values(inputs).map((tensor) => nodeOf(tensor!)),
    attributes: <A>() => attrs as A,
  };
  try {
    const result = kernel(call);
    return Array.isArray(result) ? result.map((node) => backend.hold(node)) : backend.hold(result);
  } catch (error) {
    throw error instanceof Error ? refusal(backend.label, error.message, error) : error;
  }
}

function refuseCaptured(tensor: tf.TensorInfo, kernelName: string): never {
  const what =
    tensor instanceof tf.Variable
      ? `the variable "${tensor.name}"`
      : `a tensor of ${tensor.dtype} [${tensor.shape}]`;
  throw new Error(
    `${kernelName} takes ${what}, which is not among the inputs: hand it in, as an input or a constant`,
  );
}
