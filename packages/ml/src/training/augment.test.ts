import { describe, expect, it } from 'vitest';
import { createRandom } from '../random/random.ts';
import { augment } from './augment.ts';

const shape = { height: 6, width: 5, channels: 3 };
const size = shape.height * shape.width * shape.channels;
const count = 400;
/** Every value of an image tells its place; none is black. */
const set = {
  images: Uint8Array.from({ length: count * size }, (_, index) => (index % size) + 1),
  labels: Uint8Array.from({ length: count }, (_, image) => image % 7),
  count,
};

/** The image shifted by hand, and mirrored. */
function moved(down: number, across: number, isMirrored: boolean): string {
  const { height, width, channels } = shape;
  const values: number[] = [];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [y, x] = [row + down, (isMirrored ? width - 1 - column : column) + across];
      const isInside = y >= 0 && y < height && x >= 0 && x < width;
      for (let channel = 0; channel < channels; channel++)
        values.push(isInside ? (y * width + x) * channels + channel + 1 : 0);
    }
  }
  return String(values);
}

const shifts = Array.from({ length: 9 }, (_, index) => index - 4);
const crops = shifts.flatMap((down) => shifts.map((across) => [down, across] as const));
const picturesOf = ({ images }: { images: Uint8Array }) =>
  Array.from({ length: count }, (_, image) => String(images.subarray(image * size, (image + 1) * size)));

describe('augmented images', () => {
  it('are those that came where nothing is to be changed', () => {
    expect(augment(set, shape, 'none', createRandom(1))).toBe(set);
  });

  it('are shifted by up to four pixels each way, black where nothing comes from', () => {
    const known = new Set(crops.map(([down, across]) => moved(down, across, false)));
    const came = new Set(picturesOf(augment(set, shape, 'crop', createRandom(1))));
    expect([...came].every((picture) => known.has(picture))).toBe(true);
    expect(came.size).toBeGreaterThan(0.9 * known.size);
  });

  it('are mirrored half of the time, where that is asked for', () => {
    const straight = new Set(crops.map(([down, across]) => moved(down, across, false)));
    const mirrored = new Set(crops.map(([down, across]) => moved(down, across, true)));
    const came = picturesOf(augment(set, shape, 'crop-and-flip', createRandom(1)));
    expect(came.every((picture) => straight.has(picture) || mirrored.has(picture))).toBe(true);
    const share = came.filter((picture) => !straight.has(picture)).length / count;
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.6);
  });

  it('follow from the stream, and keep their labels', () => {
    const [a, b] = [1, 1].map((seed) => augment(set, shape, 'crop', createRandom(seed)));
    expect(a).toEqual(b);
    expect(a!.labels).toEqual(set.labels);
    expect(augment(set, shape, 'crop', createRandom(2)).images).not.toEqual(a!.images);
  });
});
