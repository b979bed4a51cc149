import { defineCorruption, toByte } from './corruption.ts';
import { bell } from './gaussian-blur.ts';
import { mirrored, sumNeighbours, type Tap } from './sum-neighbours.ts';

/** Spreads every pixel over a disk. */
export const defocusBlur = defineCorruption(
  {
    name: 'defocus-blur',
    group: 'blur',
    description:
      'A disk, itself blurred, as of a lens out of focus, edges mirrored; the constants are its radius and the deviation of its blur in pixels.',
    constants: [
      { radius: 0.3, deviation: 0.4 },
      { radius: 0.4, deviation: 0.5 },
      { radius: 0.5, deviation: 0.6 },
      { radius: 1, deviation: 0.2 },
      { radius: 1.5, deviation: 0.1 },
    ],
  },
  ({ radius, deviation }) => {
    const taps = softDisk(radius, deviation);
    return (pixels, out, shape) => {
      const blurred = sumNeighbours(pixels, shape, taps, mirrored);
      for (let i = 0; i < out.length; i++) out[i] = toByte(blurred[i]! / 255);
    };
  },
);

/** The pixels within the radius, spread by a bell of 3×3; CIFAR-C's radii are below 8, where its bell is that small. */
function softDisk(radius: number, deviation: number): Tap[] {
  const reach = Math.floor(radius);
  const places = Array.from({ length: 2 * reach + 1 }, (_, index) => index - reach);
  const disk = places.flatMap((down) =>
    places.filter((across) => down ** 2 + across ** 2 <= radius ** 2).map((across) => ({ down, across })),
  );
  const side = bell(deviation, 1);
  const taps = new Map<string, Tap>();
  for (const centre of disk)
    for (const vertical of side)
      for (const horizontal of side) {
        const [down, across] = [centre.down + vertical.place, centre.across + horizontal.place];
        const weight = (vertical.weight * horizontal.weight) / disk.length;
        const before = taps.get(`${down} ${across}`)?.weight ?? 0;
        taps.set(`${down} ${across}`, { down, across, weight: before + weight });
      }
  return [...taps.values()];
}
