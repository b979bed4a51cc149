import * as tf from '@tensorflow/tfjs';
import type { TensorSpec } from '../architectures/architecture.ts';
import { decodeSafetensors } from '../checkpoints/decode-safetensors.ts';
import { encodeSafetensors } from '../checkpoints/encode-safetensors.ts';
import { requireFinite, type TensorData } from '../checkpoints/tensor-data.ts';
import { badInput } from '../errors/domain-error.ts';
import type { Mask } from '../pruning/mask.ts';
import type { Weights } from './pass.ts';
import { fromPyTorchLayout, pytorchShape, toPyTorchLayout } from './pytorch-layout.ts';

/** Weights as a safetensors file under PyTorch's names and layout. Equal weights give equal bytes. */
export async function encodeWeights(weights: Weights, specs: readonly TensorSpec[]): Promise<Uint8Array> {
  const tensors: Record<string, TensorData> = {};
  for (const spec of specs) {
    const values = (await weights[spec.name]!.data()) as Float32Array;
    tensors[spec.name] = { dtype: 'F32', shape: pytorchShape(spec), data: toPyTorchLayout(values, spec) };
  }
  return encodeSafetensors(tensors);
}

/** Reads the weights that the specs ask for; one that is missing, of another shape or not finite is refused by name. */
export function decodeWeights(file: Uint8Array, specs: readonly TensorSpec[]): Weights {
  const { tensors } = decodeSafetensors(file);
  requireFinite(tensors);
  const values = specs.map((spec) => fromPyTorchLayout(requireTensor(tensors, spec), spec));
  return Object.fromEntries(specs.map(({ name, shape }, index) => [name, tf.tensor(values[index]!, shape)]));
}

function requireTensor(tensors: ReadonlyMap<string, TensorData>, spec: TensorSpec): Float32Array {
  const wanted = pytorchShape(spec);
  const tensor = tensors.get(spec.name);
  if (!tensor) throw badInput(`The weights lack the tensor "${spec.name}", [${wanted}].`);
  if (!(tensor.data instanceof Float32Array)) {
    throw badInput(`Tensor "${spec.name}" is of type ${tensor.dtype}; weights are read as F32.`);
  }
  if (tensor.shape.join() !== wanted.join()) {
    throw badInput(`Tensor "${spec.name}" is [${tensor.shape}]; this architecture wants [${wanted}].`);
  }
  return tensor.data;
}

/** A mask as a safetensors file of bytes, under the names and in the layout of the weights' file. */
export function encodeMask(mask: Mask, specs: readonly TensorSpec[]): Uint8Array {
  const tensors: Record<string, TensorData> = {};
  for (const spec of specs) {
    const bits = mask[spec.name];
    if (bits)
      tensors[spec.name] = { dtype: 'U8', shape: pytorchShape(spec), data: toPyTorchLayout(bits, spec) };
  }
  return encodeSafetensors(tensors);
}
