import { hashNames } from './hash-names.ts';

/** Of a group of rows, each hash of all of them in one value: 64 bits a picture, the highest byte first, 42 with zeros in front. */
export const packedHashes = hashNames
  .map((hash) => `string_agg(int8send(${hash}::bigint), '') as ${hash}`)
  .join(', ');

/** Words of 32 bits, from bytes of which the highest comes first. */
export function toWords(packed: Buffer): Uint32Array {
  // Copied, since a Buffer's bytes needn't begin at a multiple of 4.
  return new Uint32Array(new Uint8Array(packed.swap32()).buffer);
}
