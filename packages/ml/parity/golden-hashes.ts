import { badInput } from '../src/errors/domain-error.ts';
import { type Bits, hammingBits } from '../src/hashing/bits.ts';
import { greyOf } from '../src/hashing/grey.ts';
import { lanczos } from '../src/hashing/lanczos.ts';
import type { Pixels } from '../src/images/pixels.ts';
import { asList, asNumber, asRecord, type FixtureFolder } from './fixture-folder.ts';
import { imageOf } from './golden-image.ts';
import { binbitsOf, bitsOfHex, hashOf } from './hash-kinds.ts';
import { compared, type Line, notYet } from './line.ts';

type Image = (name: string) => Pixels;

/** `golden-hashes.json`: hashes of pictures that are formulas in the same file; bits, none may differ. */
export function replayGoldenHashes(folder: FixtureFolder): Line[] {
  const file = folder.json('golden-hashes.json');
  if (!file) return [];
  const binbits = binbitsOf(file.generatedWith);
  const texts = asRecord(file.images, 'images of golden-hashes.json');
  const drawn = new Map(Object.keys(texts).map((name) => [name, imageOf(name, texts)]));
  const image: Image = (name) => {
    const pixels = drawn.get(name);
    if (!pixels) throw badInput(`golden-hashes.json speaks of "${name}", which is none of its images.`);
    return pixels;
  };
  return [
    ...hashLines(asRecord(file.hashes, 'hashes of golden-hashes.json'), image, binbits),
    ...Object.entries(file)
      .filter(([key]) => key.startsWith('distances_'))
      .map(([key, value]) => distanceLine(key, asRecord(value, key), image, binbits)),
    ...Object.entries(asRecord(file.aux ?? {}, 'aux of golden-hashes.json')).map(([key, value]) =>
      rowLine(key, asList(value, key), image),
    ),
  ];
}

function hashLines(hashes: Record<string, unknown>, image: Image, binbits: number): Line[] {
  return Object.entries(hashes).map(([name, wanted]) => {
    const errors = Object.entries(asRecord(wanted, `hashes of ${name}`)).map(([kind, hex]) => {
      const bits = hashOf(kind, image(name), binbits);
      return hammingBits(bits, bitsOfHex(hex, bits.length));
    });
    return compared(`golden-hashes ${name}`, errors, 0, `bits, ${errors.length} hashes`);
  });
}

/** The key names the hashes in order: `distances_a_p_d_w_c`. */
function distanceLine(key: string, pairs: Record<string, unknown>, image: Image, binbits: number): Line {
  const kinds = key.split('_').slice(1);
  const errors = Object.entries(pairs).flatMap(([pair, distances]) => {
    const [a = '', b = ''] = pair.split('-');
    const hash = (name: string, kind: string): Bits => hashOf(kind, image(name), binbits);
    return asList(distances, pair).map((wanted, i) =>
      Math.abs(
        hammingBits(hash(a, kinds[i]!), hash(b, kinds[i]!)) - asNumber(wanted, `a distance of ${pair}`),
      ),
    );
  });
  return compared('golden-hashes distances', errors, 0, `bits, ${Object.keys(pairs).length} pairs`);
}

/** The key says which row of which resized grey picture: `G1_L_lanczos8x8_row0`. */
function rowLine(key: string, row: unknown[], image: Image): Line {
  const name = `golden-hashes ${key}`;
  const [, source, width, height, y] = /^(.+)_L_lanczos(\d+)x(\d+)_row(\d+)$/.exec(key) ?? [];
  if (!source) return notYet(name, 'this kind of check is unknown here');
  const small = lanczos(greyOf(image(source)), Number(width), Number(height));
  const errors = row.map((wanted, x) =>
    Math.abs(small.data[Number(y) * small.width + x]! - asNumber(wanted, `a value of ${key}`)),
  );
  return compared(name, errors, 0, `grey levels, ${row.length} pixels`);
}
