import * as tf from '@tensorflow/tfjs';
import type { Random } from '../random/random.ts';

/** One of a preset's random transforms and what it draws from; a jitter shifts by 0 … pixels − 1 to the right and down. */
export type Transform =
  | { kind: 'jitter'; pixels: number }
  | { kind: 'scale'; factors: readonly number[] }
  | { kind: 'rotate'; degrees: readonly number[] };

/**
 * Where each pixel of a transformed picture comes from: x and y in the source, as affine functions of x and y. What comes from
 * outside is zero.
 */
export type Source = (x: number, y: number) => [number, number];

/** The source of a picture that goes through all transforms in turn, sampled once. */
export function drawSources(transforms: readonly Transform[], size: number, random: Random): Source {
  const sources = transforms.map((transform) => drawSource(transform, size, random));
  return (x, y) => sources.reduceRight<[number, number]>(([x, y], source) => source(x, y), [x, y]);
}

/** Draws one picture's transform. */
function drawSource(transform: Transform, size: number, random: Random): Source {
  switch (transform.kind) {
    case 'jitter':
      return shifted(random.integer(transform.pixels), random.integer(transform.pixels));
    case 'scale':
      return scaled(pick(transform.factors, random), size);
    case 'rotate':
      return rotated(pick(transform.degrees, random), size);
  }
}

/** The source of a picture that is moved so many pixels to the right and down. */
export function shifted(across: number, down: number): Source {
  return (x, y) => [x - across, y - down];
}

/** The source of a picture of that size that is enlarged around its centre; its size stays. */
export function scaled(factor: number, size: number): Source {
  const centre = (size - 1) / 2;
  return (x, y) => [centre + (x - centre) / factor, centre + (y - centre) / factor];
}

/** The source of a picture of that size that is turned around its centre, against the clock. */
export function rotated(degrees: number, size: number): Source {
  const centre = (size - 1) / 2;
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return (x, y) => [
    centre + cos * (x - centre) - sin * (y - centre),
    centre + sin * (x - centre) + cos * (y - centre),
  ];
}

function pick(values: readonly number[], random: Random): number {
  return values[random.integer(values.length)]!;
}

/** Sources by the three places that tell an affine function, as `resample` takes them: [pictures, 3, 2]. */
export function affineMaps(sources: readonly Source[]): tf.Tensor3D {
  return tf.tensor3d(
    sources.map((source) => {
      const origin = source(0, 0);
      const step = ([x, y]: [number, number]): [number, number] => [x - origin[0], y - origin[1]];
      return [step(source(1, 0)), step(source(0, 1)), origin];
    }),
  );
}
