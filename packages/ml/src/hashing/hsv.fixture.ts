/** Pillow's HSV of an RGB pixel, 0 to 255 each; single precision where its C code has it. */

/** From the largest and the smallest of red, green and blue. */
export const saturationOf = (max: number, min: number): number =>
  max === min ? 0 : Math.trunc(Math.fround((max - min) / max) * 255);

/** From the pixel and the largest and the smallest of its three values. */
export function hueOf(red: number, green: number, blue: number, max: number, min: number): number {
  if (max === min) return 0;
  const sixths = Math.fround(sextants(max - red, max - green, max - blue, max - min));
  const turns = sixths / 6 + 1;
  return Math.trunc(Math.fround(turns < 1 ? turns : turns - 1) * 255);
}

/** -1 to 5, from how far each value lies below the largest. */
function sextants(red: number, green: number, blue: number, range: number): number {
  if (red === 0) return Math.fround(blue / range) - Math.fround(green / range);
  if (green === 0) return 2 + Math.fround(red / range) - Math.fround(blue / range);
  return 4 + Math.fround(green / range) - Math.fround(red / range);
}
