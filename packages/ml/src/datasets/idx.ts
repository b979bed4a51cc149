import { badInput } from '../errors/domain-error.ts';

/**
 * Reads an IDX file of unsigned bytes (LeCun's MNIST page): two zero bytes, the type 0x08, the number of axes, each axis as
 * a big-endian 32-bit size, then the values.
 * @param name for the errors
 */
export function decodeIdx(bytes: Uint8Array, name: string): { shape: number[]; values: Uint8Array } {
  const refuse = (problem: string): never => {
    throw badInput(`${name} is not an IDX file of bytes: ${problem}.`);
  };
  if (bytes.length < 4) refuse(`it has ${bytes.length} bytes, not even a header`);
  const [zero0, zero1, type, axes] = bytes as unknown as [number, number, number, number];
  if (zero0 !== 0 || zero1 !== 0 || type !== 0x08) refuse('its first bytes are not 00 00 08');
  const start = 4 + 4 * axes;
  if (bytes.length < start) refuse(`its header ends before its ${axes} sizes do`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const shape = Array.from({ length: axes }, (_, axis) => view.getUint32(4 + 4 * axis));
  const size = shape.reduce((product, length) => product * length, 1);
  if (bytes.length - start !== size)
    refuse(`[${shape}] means ${size} values, and it holds ${bytes.length - start}`);
  return { shape, values: bytes.subarray(start) };
}
