import * as tf from '@tensorflow/tfjs';
import type { TensorSpec } from '../architectures/architecture.ts';
import { floatValues, requireFinite } from '../checkpoints/float-values.ts';
import type { TensorData } from '../checkpoints/tensor-data.ts';
import { badInput } from '../errors/domain-error.ts';
import type { Weights } from './pass.ts';
import { fromPyTorchLayout, pytorchShape } from './pytorch-layout.ts';

/** The values of each spec in turn, in our layout, read and refused as `decodeWeights` does. */
export function weightValues(
  tensors: ReadonlyMap<string, TensorData>,
  specs: readonly TensorSpec[],
): Float32Array[] {
  requireFinite(tensors);
  const values = specs.map((spec) => fromPyTorchLayout(requireTensor(tensors, spec), spec));
  requireNoOthers(tensors, specs);
  return values;
}

/** New tensors of the values of each spec in turn. */
export function tensorsOf(values: readonly Float32Array[], specs: readonly TensorSpec[]): Weights {
  return Object.fromEntries(specs.map(({ name, shape }, index) => [name, tf.tensor(values[index]!, shape)]));
}

function requireTensor(tensors: ReadonlyMap<string, TensorData>, spec: TensorSpec): Float32Array {
  const wanted = pytorchShape(spec);
  const tensor = tensors.get(spec.name);
  if (!tensor) throw badInput(`The weights lack the tensor "${spec.name}", [${wanted}].`);
  if (tensor.shape.join() !== wanted.join()) {
    throw badInput(`Tensor "${spec.name}" is [${tensor.shape}]; this architecture wants [${wanted}].`);
  }
  const values = floatValues(tensor);
  if (!values) {
    throw badInput(
      `Tensor "${spec.name}", [${tensor.shape}], is of type ${tensor.dtype}; weights are read as F32, F64, F16 or BF16.`,
    );
  }
  return values;
}

function requireNoOthers(tensors: ReadonlyMap<string, TensorData>, specs: readonly TensorSpec[]): void {
  const known = new Set(specs.map(({ name }) => name));
  for (const [name, { shape }] of tensors) {
    const owner = name.replace(/\.num_batches_tracked$/, '.running_mean');
    if (!known.has(owner))
      throw badInput(
        `The weights have a tensor "${name}", [${shape}], that this architecture has not: take it out of the file, ` +
          'or choose the architecture that it belongs to.',
      );
  }
}
