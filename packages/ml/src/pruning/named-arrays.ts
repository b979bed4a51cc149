import type { TensorSpec } from '../architectures/architecture.ts';
import { sizeOf } from '../checkpoints/tensor-data.ts';
import { badInput } from '../errors/domain-error.ts';

/** A network's weights on this side of any backend: values by tensor name, laid out as the specs say. */
export type NamedArrays = Readonly<Record<string, Float32Array>>;

/** The values of a tensor; refused where they are missing, don't fill its shape, or aren't finite. */
export function requireArray(arrays: NamedArrays, { name, shape }: TensorSpec): Float32Array {
  const values = arrays[name];
  if (values?.length !== sizeOf(shape))
    throw badInput(
      `${values?.length ?? 'No'} values of tensor ${name} came; it is [${shape}] and needs ${sizeOf(shape)}.`,
    );
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at >= 0)
    throw badInput(`Tensor ${name} holds ${values[at]} at index ${at}; every weight must be finite.`);
  return values;
}
