import { expect, it } from 'vitest';
import type { Pixels } from '../images/pixels.ts';
import { black, bright, colorBins, faint, grey, unbinned } from './color-bins.ts';
import { luma } from './grey.ts';
import { hueOf, saturationOf } from './hsv.fixture.ts';

/** As imagehash asks: of 255, a saturation below 85, below 170 or above, and the sixths of a hue. */
function binOf(red: number, green: number, blue: number): number {
  const [max, min] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const saturation = saturationOf(max, min);
  if (luma(red, green, blue) < 32) return black;
  if (saturation < 85) return grey;
  if (saturation === 170) return unbinned;
  return (saturation < 170 ? faint : bright) + Math.trunc(hueOf(red, green, blue, max, min) / 42.5);
}

/** Every third value, so that saturations of a third, of two thirds and of 171/255 are met. */
const values = Array.from({ length: 86 }, (_, third) => 3 * third);

it("the kernel's whole numbers put colours where Pillow's HSV does", () => {
  for (const red of [0, 60, 129, 252, 255]) {
    const colours = values.flatMap((green) => values.map((blue) => [red, green, blue] as const));
    const data = Uint8Array.from(colours.flat());
    const bins = colorBins({ width: colours.length, height: 1, channels: 3, data });
    expect(bins).toEqual(Uint8Array.from(colours, (colour) => binOf(...colour)));
  }
});

it('any number of pixels has as many bins, and grey pictures have those of their value', () => {
  const red: Pixels = {
    width: 3,
    height: 1,
    channels: 3,
    data: Uint8Array.of(255, 0, 0, 255, 0, 0, 255, 0, 0),
  };
  expect([...colorBins(red)]).toEqual([bright, bright, bright]);
  const shades: Pixels = { width: 2, height: 1, channels: 1, data: Uint8Array.of(31, 32) };
  expect([...colorBins(shades)]).toEqual([black, grey]);
});
