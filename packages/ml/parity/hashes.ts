import { badInput } from '../src/errors/domain-error.ts';
import { type Bits, hammingBits } from '../src/hashing/bits.ts';
import type { Pixels } from '../src/images/pixels.ts';
import { asNumber, asRecord, type FixtureFolder, type Json } from './fixture-folder.ts';
import { binbitsOf, bitsOfHex, hashOf, kindNames } from './hash-kinds.ts';
import { compared, type Line } from './line.ts';

/** `hashes.json`: hashes of the pictures in `hash-images`, and distances between them; bits, none may differ. */
export function replayHashes(folder: FixtureFolder): Line[] {
  const file = folder.json('hashes.json');
  if (!file) return [];
  const binbits = binbitsOf(file.made_with);
  const wanted = Object.entries(asRecord(file.hashes, 'hashes of hashes.json')).map(
    ([name, entry]) => [name, asRecord(entry, `the hashes of ${name}`)] as const,
  );
  const pictures = new Map(wanted.map(([name, entry]) => [name, pictureOf(folder, name, entry)]));
  const ours = (name: string, kind: string): Bits => hashOf(kind, known(pictures, name), binbits);
  const hashLines = kindNames.map((kind) => {
    const errors = wanted.map(([name, entry]) => {
      const bits = ours(name, kind);
      return hammingBits(bits, bitsOfHex(entry[kind], bits.length));
    });
    return compared(`hashes ${kind}`, errors, 0, `bits, ${wanted.length} pictures`);
  });
  return [...hashLines, ...distanceLines(file.hamming, ours)];
}

function distanceLines(hamming: unknown, ours: (name: string, kind: string) => Bits): Line[] {
  if (hamming === undefined) return [];
  const pairs = Object.entries(asRecord(hamming, 'hamming of hashes.json'));
  const errors = pairs.flatMap(([pair, entry]) => {
    const [a = '', b = ''] = pair.split('|');
    return Object.entries(asRecord(entry, `the distances of ${pair}`)).map(([kind, wanted]) =>
      Math.abs(hammingBits(ours(a, kind), ours(b, kind)) - asNumber(wanted, `${kind} of ${pair}`)),
    );
  });
  return [compared('hashes distances', errors, 0, `bits, ${pairs.length} pairs`)];
}

function pictureOf(folder: FixtureFolder, name: string, { mode, size }: Json): Pixels {
  const picture = folder.picture(`hash-images/${name}`);
  const came = `${picture.channels === 1 ? 'L' : 'RGB'} ${picture.width},${picture.height}`;
  const wanted = `${mode ?? came.split(' ')[0]} ${size ?? came.split(' ')[1]}`;
  if (came !== wanted) throw badInput(`hash-images/${name} is ${came}; hashes.json says ${wanted}.`);
  return picture;
}

function known(pictures: ReadonlyMap<string, Pixels>, name: string): Pixels {
  const picture = pictures.get(name);
  if (!picture) throw badInput(`hashes.json gives a distance of "${name}", but no hashes of it.`);
  return picture;
}
