import { type ByHash, byHash, type HashName, hashLengths, hashNames } from './hash-names.ts';
import type { PictureHash } from './picture.ts';

const digitsOf = (hash: HashName): number => Math.ceil(hashLengths[hash] / 4);

/** With zeros in front, so that each hash begins with a digit of its own. */
const wholeDigits = (hash: HashName): string =>
  `b'${'0'.repeat(digitsOf(hash) * 4 - hashLengths[hash])}' || hashes.${hash}`;

/** Of the table `hashes`, its hashes as one text in hexadecimal: five would take PostgreSQL longer than finding the row. */
export const hashColumns = `encode(varbit_send(${hashNames.map(wholeDigits).join(' || ')}), 'hex') as hashes,
  hashes.version, hashes.comparable`;

/** PostgreSQL writes in front how many bits follow. */
const digitsInFront = 8;

/** Where each hash stands in that text. */
const places = byHash((hash) => {
  const before = hashNames.slice(0, hashNames.indexOf(hash)).map(digitsOf);
  const start = before.reduce((total, digits) => total + digits, digitsInFront);
  return { start, end: start + digitsOf(hash) };
});

/** The text of `hashColumns`. */
export function parseHashes(text: string): ByHash<PictureHash> {
  return byHash((hash) => {
    const { start, end } = places[hash];
    return { hex: text.slice(start, end), bits: hashLengths[hash] };
  });
}
