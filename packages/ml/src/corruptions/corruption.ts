import type { Random } from '../random/random.ts';

export interface PictureShape {
  height: number;
  width: number;
  /** 1 for grey, 3 for RGB. */
  channels: number;
}

/** Writes the corrupted bytes of one picture, [height, width, channels], into `out`. */
export type CorruptPicture = (
  pixels: Uint8Array,
  out: Uint8Array,
  shape: PictureShape,
  random: Random,
) => void;

/** A way to spoil pictures at five severities, with the constants of CIFAR-10-C (Hendrycks & Dietterich, 2019). */
export interface Corruption {
  name: string;
  group: 'noise' | 'blur' | 'contrast';
  description: string;
  /** What its constants are for severities 1 to 5, as CIFAR-C's program has them. */
  constants: readonly unknown[];
  /** Its tables and kernels for a severity, made once for all pictures. */
  prepare(severity: number): CorruptPicture;
}

type Datasheet<C> = Omit<Corruption, 'prepare' | 'constants'> & { constants: readonly [C, C, C, C, C] };

/** A corruption whose pictures follow from a constant of each severity. */
export function defineCorruption<C>(
  datasheet: Datasheet<C>,
  withConstant: (constant: C) => CorruptPicture,
): Corruption {
  return { ...datasheet, prepare: (severity) => withConstant(datasheet.constants[severity - 1]!) };
}

/** A brightness in [0, 1] as CIFAR-C's byte: clipped and cut off, but not cut from 25 to 24 by an error of rounding. */
export const toByte = (value: number): number => Math.min(255, Math.max(0, Math.floor(value * 255 + 1e-9)));
