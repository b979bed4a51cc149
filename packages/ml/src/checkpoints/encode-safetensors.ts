import { badInput } from '../errors/domain-error.ts';
import { arrayOfDtype, isDtype, sizeOf, type TensorData } from './tensor-data.ts';

/**
 * A safetensors file, the same bytes for the same weights: tensors sorted by name (by UTF-16 code units), metadata
 * sorted by key, the header padded with spaces so that the data start at a multiple of 8.
 */
export function encodeSafetensors(
  tensors: ReadonlyMap<string, TensorData> | Readonly<Record<string, TensorData>>,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array {
  const sorted = byName(tensors instanceof Map ? [...tensors] : Object.entries(tensors));
  sorted.forEach(requireTensor);
  const header = headerOf(sorted, metadata);
  const bytes = sorted.reduce((sum, [, { data }]) => sum + data.byteLength, 8 + header.length);
  const file = new Uint8Array(bytes);
  new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
  file.set(header, 8);
  let at = 8 + header.length;
  for (const [, { data }] of sorted) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return file;
}

const byName = <T>(entries: [string, T][]): [string, T][] =>
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

function headerOf(sorted: [string, TensorData][], metadata: Readonly<Record<string, string>>): Uint8Array {
  const entries: [string, unknown][] = [];
  const keys = byName(Object.entries(metadata));
  if (keys.length > 0) entries.push(['__metadata__', Object.fromEntries(keys)]);
  let start = 0;
  for (const [name, { dtype, shape, data }] of sorted) {
    const end = start + data.byteLength;
    entries.push([name, { dtype, shape, data_offsets: [start, end] }]);
    start = end;
  }
  // Not one object: JavaScript would move names that look like numbers to its front.
  const text = `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;
  const json = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil(json.length / 8) * 8).fill(0x20);
  padded.set(json);
  return padded;
}

function requireTensor([name, { dtype, shape, data }]: [string, TensorData]): void {
  if (name === '__metadata__')
    throw badInput('A tensor can\'t be named "__metadata__": the file keeps its notes there.');
  if (!isDtype(dtype))
    throw badInput(
      `Tensor "${name}" has dtype "${dtype}"; known are ${Object.keys(arrayOfDtype).join(', ')}.`,
    );
  if (!(data instanceof arrayOfDtype[dtype]))
    throw badInput(
      `Tensor "${name}" of dtype ${dtype} came as ${(data as object).constructor.name}; it needs ${arrayOfDtype[dtype].name}.`,
    );
  if (data.length !== sizeOf(shape))
    throw badInput(
      `Tensor "${name}" of shape [${shape.join(', ')}] needs ${sizeOf(shape)} elements, ${data.length} came.`,
    );
}
