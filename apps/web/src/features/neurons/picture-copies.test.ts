import { expect, test } from 'vitest';
import { copiesOf } from './picture-copies.ts';

const copies = (width: number) =>
  copiesOf({ url: '/artifacts/abc', width, height: width })
    .split(', ')
    .map((copy) => copy.replace(/^\/artifacts\/abc\?width=(\d+)&format=webp /, '$1 is '));

test('a browser may choose among copies up to the first that has all of a picture’s pixels', () => {
  expect(copies(48)).toEqual(['64 is 48w']);
  expect(copies(128)).toEqual(['64 is 64w', '128 is 128w']);
  expect(copies(224)).toEqual(['64 is 64w', '128 is 128w', '256 is 224w']);
  expect(copies(2000)).toEqual(['64 is 64w', '128 is 128w', '256 is 256w', '512 is 512w']);
});
