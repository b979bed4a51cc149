import { badInput } from '../errors/domain-error.ts';
import { repeatedKey } from './repeated-key.ts';
import { arrayOfDtype, type Dtype, isDtype, sizeOf } from './tensor-data.ts';

export interface HeaderEntry {
  dtype: Dtype;
  shape: number[];
  /** Bytes from the start of the data. */
  start: number;
  end: number;
}

export interface Header {
  entries: Map<string, HeaderEntry>;
  metadata: Record<string, string>;
  /** Bytes from the start of the file. */
  dataStart: number;
}

/** As the reference reader has it. */
const longestHeader = 100_000_000;

/** The header of a safetensors file, every entry checked by itself; whether they fit together is the reader's. */
export function readHeader(file: Uint8Array): Header {
  const length = headerLength(file);
  const { __metadata__: notes, ...tensors } = parse(file.subarray(8, 8 + length));
  const entries = new Map(Object.entries(tensors).map(([name, value]) => [name, entryOf(name, value)]));
  return { entries, metadata: metadataOf(notes), dataStart: 8 + length };
}

function headerLength(file: Uint8Array): number {
  if (file.length < 8)
    throw badInput(
      `A file of ${file.length} bytes is no safetensors file: its first 8 give the header's length.`,
    );
  const length = new DataView(file.buffer, file.byteOffset).getBigUint64(0, true);
  if (length > longestHeader)
    throw badInput(`The header claims ${length} bytes; a safetensors header has ${longestHeader} at most.`);
  if (Number(length) > file.length - 8)
    throw badInput(
      `The header claims ${length} bytes; the file has ${file.length - 8} after its length. It may be cut off.`,
    );
  return Number(length);
}

function parse(bytes: Uint8Array): Record<string, unknown> {
  let header: unknown;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    header = JSON.parse(text);
  } catch (error) {
    throw badInput(`The safetensors header isn't valid JSON: ${(error as Error).message}`, error);
  }
  if (!isRecord(header)) throw badInput('The safetensors header must be a JSON object of tensors by name.');
  const twice = repeatedKey(text);
  if (twice !== undefined) throw badInput(`The safetensors header has the name "${twice}" twice.`);
  return header;
}

function entryOf(name: string, value: unknown): HeaderEntry {
  if (!isRecord(value))
    throw badInput(`Tensor "${name}" must be an object with dtype, shape and data_offsets.`);
  const { dtype, shape, data_offsets: offsets } = value;
  if (!isDtype(dtype))
    throw badInput(
      `Tensor "${name}" has dtype ${JSON.stringify(dtype)}; known are ${Object.keys(arrayOfDtype).join(', ')}.`,
    );
  if (!isCounts(shape))
    throw badInput(`Tensor "${name}" has shape ${JSON.stringify(shape)}; it must be whole numbers.`);
  if (!isCounts(offsets) || offsets.length !== 2 || offsets[0]! > offsets[1]!)
    throw badInput(
      `Tensor "${name}" has data_offsets ${JSON.stringify(offsets)}; they must be [begin, end] in bytes.`,
    );
  const [start, end] = offsets as [number, number];
  const wanted = sizeOf(shape) * arrayOfDtype[dtype].BYTES_PER_ELEMENT;
  if (end - start !== wanted)
    throw badInput(
      `Tensor "${name}" of shape [${shape.join(', ')}] and dtype ${dtype} needs ${wanted} bytes, its data_offsets hold ${end - start}.`,
    );
  return { dtype, shape, start, end };
}

function metadataOf(notes: unknown): Record<string, string> {
  if (notes === undefined) return {};
  if (!isRecord(notes))
    throw badInput('The __metadata__ of a safetensors header must be an object of texts.');
  for (const [key, value] of Object.entries(notes))
    if (typeof value !== 'string')
      throw badInput(`The metadata "${key}" is ${JSON.stringify(value)}; safetensors keeps texts only.`);
  return notes as Record<string, string>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCounts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((side) => Number.isSafeInteger(side) && side >= 0);
