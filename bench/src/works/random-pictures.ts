import type { Pixels } from '@kindred/ml';

export interface PictureValues {
  pictures: number;
  /** Pixels of each side. */
  size: number;
  /** Pixels between two random colours; divides the size. */
  cell: number;
}

/** Random colours on a lattice and bilinear between them, in whole numbers: what `peers/hash.py` draws. */
export function randomPicture(index: number, { size, cell }: PictureValues): Pixels {
  const side = size / cell + 1;
  const lattice = Uint8Array.from(
    { length: side * side * 3 },
    (_, i) => mixed(index * side * side * 3 + i) >>> 24,
  );
  const data = new Uint8Array(size * size * 3);
  for (let y = 0, to = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      for (let c = 0; c < 3; c++, to++) {
        const [down, right] = [y % cell, x % cell];
        const above = (Math.floor(y / cell) * side + Math.floor(x / cell)) * 3 + c;
        const below = above + 3 * side;
        const top = lattice[above]! * (cell - right) + lattice[above + 3]! * right;
        const bottom = lattice[below]! * (cell - right) + lattice[below + 3]! * right;
        data[to] = Math.floor((top * (cell - down) + bottom * down) / cell ** 2);
      }
  return { width: size, height: size, channels: 3, data };
}

function mixed(bits: number): number {
  const once = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  const twice = Math.imul(once ^ (once >>> 12), 0x297a2d39);
  return twice ^ (twice >>> 15);
}
