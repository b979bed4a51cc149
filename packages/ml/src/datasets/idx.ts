import { badInput } from '../errors/domain-error.ts';

/**
 * Reads an IDX file of unsigned bytes (LeCun's MNIST page): two zero bytes, the type 0x08, the number of axes, each axis as
 * a big-endian 32-bit size, then the values.
 * @param name for the errors
 */
export function decodeIdx(bytes: Uint8Array, name: string): { shape: number[]; values: Uint8Array } {
  const shape = decodeIdxShape(bytes, name);
  const values = bytes.subarray(4 + 4 * shape.length);
  const size = shape.reduce((product, length) => product * length, 1);
  if (values.length !== size)
    throw notIdx(name, `[${shape}] means ${size} values, and it holds ${values.length}`);
  return { shape, values };
}

/** The shape alone, which the first bytes of the file tell. */
export function decodeIdxShape(bytes: Uint8Array, name: string): number[] {
  if (bytes.length < 4) throw notIdx(name, `it has ${bytes.length} bytes, not even a header`);
  const [zero0, zero1, type, axes] = bytes as unknown as [number, number, number, number];
  if (zero0 !== 0 || zero1 !== 0 || type !== 0x08) throw notIdx(name, 'its first bytes are not 00 00 08');
  if (bytes.length < 4 + 4 * axes) throw notIdx(name, `its header ends before its ${axes} sizes do`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
}

const notIdx = (name: string, problem: string) =>
  badInput(`${name} is not an IDX file of bytes: ${problem}.`);
