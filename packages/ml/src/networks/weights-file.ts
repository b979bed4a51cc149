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

/** The mask of such a file, refused by the name of a tensor that isn't one of the network's or not as large. */
export function decodeMask(file: Uint8Array, specs: readonly TensorSpec[]): Mask {
  const { tensors } = decodeSafetensors(file);
  const entries = [...tensors].map(([name, { dtype, shape, data }]) => {
    const spec = specs.find((candidate) => candidate.name === name);
    const wanted = spec && `U8 [${pytorchShape(spec)}]`;
    const came = `${dtype} [${shape}]`;
    if (!spec || came !== wanted)
      throw badInput(`The mask's tensor "${name}" is ${came}; ${wanted ?? 'none of that name'} was wanted.`);
    return [name, fromPyTorchLayout(data as Uint8Array, spec)] as const;
  });
  return Object.fromEntries(entries);
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
