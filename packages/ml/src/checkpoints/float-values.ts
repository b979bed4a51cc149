import { badInput } from '../errors/domain-error.ts';
import type { TensorData } from './tensor-data.ts';

/** The values of a tensor of any float type, rounded to float32; undefined for other types. */
export function floatValues({ dtype, data }: TensorData): Float32Array | undefined {
  if (data instanceof Float32Array) return data;
  if (data instanceof Float64Array) return Float32Array.from(data);
  if (dtype === 'F16') return Float32Array.from(data as Uint16Array, half);
  if (dtype === 'BF16')
    return new Float32Array(Uint32Array.from(data as Uint16Array, (bits) => bits << 16).buffer);
  return undefined;
}

/** A half float: a sign, 5 bits of exponent and 10 of fraction; Node 20 has no array of them. */
function half(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (0x400 + fraction) * 2 ** (exponent - 25);
}

/** Refuses weights with NaN or an infinity in them, or what is one in float32, and names the first. */
export function requireFinite(tensors: ReadonlyMap<string, TensorData>): void {
  for (const [name, tensor] of tensors) {
    const values = floatValues(tensor);
    const at = values?.findIndex((value) => !Number.isFinite(value)) ?? -1;
    if (at >= 0)
      throw badInput(
        `Tensor "${name}", [${tensor.shape}], holds ${values![at]} at index ${at}; every number must be finite.`,
      );
  }
}
