/** Pillow's HSV of an RGB pixel, 0 to 255 each; single precision where its C code has it. */

export function saturationOf(red: number, green: number, blue: number): number {
  const max = Math.max(red, green, blue);
  const min = Math.min(red, green, blue);
  return max === min ? 0 : Math.trunc(Math.fround((max - min) / max) * 255);
}

export function hueOf(red: number, green: number, blue: number): number {
  const max = Math.max(red, green, blue);
  const range = max - Math.min(red, green, blue);
  if (range === 0) return 0;
  const r = Math.fround((max - red) / range);
  const g = Math.fround((max - green) / range);
  const b = Math.fround((max - blue) / range);
  const sixths = Math.fround(red === max ? b - g : green === max ? 2 + r - b : 4 + g - r);
  return Math.trunc(Math.fround((sixths / 6 + 1) % 1) * 255);
}
