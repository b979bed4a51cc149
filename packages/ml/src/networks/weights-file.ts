import type { TensorSpec } from '../architectures/architecture.ts';
import { decodeSafetensors } from '../checkpoints/decode-safetensors.ts';
import { encodeSafetensors } from '../checkpoints/encode-safetensors.ts';
import type { TensorData } from '../checkpoints/tensor-data.ts';
import { badInput } from '../errors/domain-error.ts';
import type { Mask } from '../pruning/mask.ts';
import type { Weights } from './pass.ts';
import { fromPyTorchLayout, pytorchShape, toPyTorchLayout } from './pytorch-layout.ts';
import { tensorsOf, weightValues } from './weight-values.ts';

/** Weights as a safetensors file under PyTorch's names and layout. Equal weights give equal bytes. */
export async function encodeWeights(weights: Weights, specs: readonly TensorSpec[]): Promise<Uint8Array> {
  const tensors: Record<string, TensorData> = {};
  for (const spec of specs) {
    const values = (await weights[spec.name]!.data()) as Float32Array;
    tensors[spec.name] = { dtype: 'F32', shape: pytorchShape(spec), data: toPyTorchLayout(values, spec) };
  }
  return encodeSafetensors(tensors);
}

/**
 * Reads the weights of a network whose specs these are. A tensor that is missing, of another shape or type, not finite, or
 * none of the network's is refused by its name. PyTorch's counts of batches are passed over.
 */
export function decodeWeights(file: Uint8Array, specs: readonly TensorSpec[]): Weights {
  return tensorsOf(weightValues(decodeSafetensors(file).tensors, specs), specs);
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

/** Reads a mask of a network whose specs these are. A tensor that isn't masked there so is refused by its name. */
export function decodeMask(file: Uint8Array, specs: readonly TensorSpec[]): Mask {
  const specOf = new Map(specs.map((spec) => [spec.name, spec]));
  const entries = [...decodeSafetensors(file).tensors].map(([name, { dtype, shape, data }]) => {
    const spec = specOf.get(name);
    if (spec && dtype === 'U8' && shape.join() === pytorchShape(spec).join())
      return [name, fromPyTorchLayout(data as Uint8Array, spec)] as const;
    const wanted = spec ? `[${pytorchShape(spec)}] of U8` : 'no tensor of that name';
    throw badInput(`The mask has "${name}" as [${shape}] of ${dtype}; this network wants ${wanted}.`);
  });
  return Object.fromEntries(entries);
}
