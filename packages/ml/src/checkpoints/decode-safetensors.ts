import { badInput } from '../errors/domain-error.ts';
import { type Header, type HeaderEntry, readHeader } from './safetensors-header.ts';
import {
  arrayOfDtype,
  type Dtype,
  type TensorArray,
  type TensorArrayConstructor,
  type TensorData,
} from './tensor-data.ts';

export interface Checkpoint {
  /** In the order of their bytes. */
  tensors: Map<string, TensorData>;
  metadata: Record<string, string>;
}

/**
 * The tensors of a safetensors file: views of `file` where their bytes are aligned, else copies.
 * Whatever the format forbids is refused with the tensor's name; `requireFinite` looks at the numbers.
 */
export function decodeSafetensors(file: Uint8Array): Checkpoint {
  const { entries, metadata, dataStart }: Header = readHeader(file);
  const sorted = [...entries].sort(([, a], [, b]) => a.start - b.start || a.end - b.end);
  requireNoGaps(sorted, file.length - dataStart);
  const tensors = new Map<string, TensorData>();
  for (const [name, { dtype, shape, start, end }] of sorted)
    tensors.set(name, { dtype, shape, data: viewOf(file, dataStart + start, end - start, dtype) });
  return { tensors, metadata };
}

function requireNoGaps(sorted: [string, HeaderEntry][], bytes: number): void {
  let at = 0;
  for (const [name, { start, end }] of sorted) {
    if (start < at)
      throw badInput(
        `Tensor "${name}" begins at byte ${start} and overlaps the one before, which ends at ${at}.`,
      );
    if (start > at)
      throw badInput(`Tensor "${name}" begins at byte ${start}; the bytes from ${at} belong to no tensor.`);
    if (end > bytes)
      throw badInput(
        `Tensor "${name}" ends at byte ${end} of the data; the file has ${bytes}. It may be cut off.`,
      );
    at = end;
  }
  if (at !== bytes)
    throw badInput(`The last tensor ends at byte ${at}; the ${bytes - at} bytes after it belong to none.`);
}

function viewOf(file: Uint8Array, at: number, bytes: number, dtype: Dtype): TensorArray {
  const array: TensorArrayConstructor = arrayOfDtype[dtype];
  const length = bytes / array.BYTES_PER_ELEMENT;
  const aligned = (file.byteOffset + at) % array.BYTES_PER_ELEMENT === 0;
  if (aligned) return new array(file.buffer, file.byteOffset + at, length);
  // Not file.slice: that of a Buffer, which readFile gives, is a view.
  return new array(new Uint8Array(file.subarray(at, at + bytes)).buffer, 0, length);
}
