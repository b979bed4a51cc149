import { expect, test } from 'vitest';
import { partsOf, partsOfOne, stripImages } from './picture-strip.ts';

const square = (name: string, width = 128) => ({ url: `/artifacts/${name}`, width, height: width });
const shown = (images: Parameters<typeof partsOf>[0]) =>
  partsOf(images).map(
    (part) => part && `${part.place} of ${part.strip.map(({ url }) => url.slice(-1)).join('')}`,
  );

test('neighbours of one size are in one strip, in their order', () => {
  expect(shown([square('a'), square('b', 64), square('c')])).toEqual(['0 of ac', '0 of b', '1 of ac']);
});

test('what isn’t there, or is no square, is in none', () => {
  expect(shown([square('a'), null, undefined, { ...square('b'), height: 64 }, square('c')])).toEqual([
    '0 of ac',
    null,
    null,
    null,
    '1 of ac',
  ]);
});

test('after sixteen the next one begins', () => {
  const parts = partsOf(Array.from({ length: 18 }, () => square('a')));
  expect(parts.map((part) => part!.place)).toEqual([...Array(16).keys(), 0, 1]);
  expect(parts[16]!.strip).toHaveLength(2);
});

test('what can have the images of one strip has those of the first', () => {
  const parts = partsOfOne([square('a'), square('b', 64), square('c')]);
  expect(parts.map((part) => part?.place)).toEqual([0, undefined, 1]);
  expect(stripImages(partsOfOne([null]), 64)).toBeUndefined();
});

test('a strip is asked for in the pixels that it is shown in, on screens of one and of two dots a pixel', () => {
  const strip = [square('aa', 512), square('bb', 512)];
  expect(stripImages(partsOf(strip), 64, 128)).toEqual({
    '--strip':
      'image-set(url("/artifacts/aa,bb?width=64&format=webp") 1x, url("/artifacts/aa,bb?width=128&format=webp") 2x)',
    '--strip-wide':
      'image-set(url("/artifacts/aa,bb?width=128&format=webp") 1x, url("/artifacts/aa,bb?width=256&format=webp") 2x)',
  });
});

test('no copy is asked for that would be wider than the first that has all of a picture’s pixels', () => {
  expect(stripImages(partsOf([square('aa', 96)]), 128)?.['--strip' as never]).toBe(
    'url("/artifacts/aa?width=128&format=webp")',
  );
});
