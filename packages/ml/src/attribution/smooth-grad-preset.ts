import { badInput } from '../errors/domain-error.ts';

/** How SmoothGrad is taken, as data. */
export interface SmoothGradPreset {
  name: string;
  /** Noisy copies of each image. */
  samples: number;
  /**
   * Standard deviation of the noise on the normalised image: of this value, where normalised data have a deviation of 1, or a share of
   * the image's maximum − minimum.
   */
  deviation: { kind: 'fixed'; value: number } | { kind: 'range'; share: number };
  /** What is averaged over the copies: the gradient as it is, its square, or its absolute value. */
  averaging: 'signed' | 'squared' | 'absolute';
}

const all: SmoothGradPreset[] = [
  { name: 'paper', samples: 10, deviation: { kind: 'fixed', value: 1 }, averaging: 'signed' },
  { name: 'pair', samples: 25, deviation: { kind: 'range', share: 0.15 }, averaging: 'squared' },
  { name: 'captum', samples: 10, deviation: { kind: 'fixed', value: 1 }, averaging: 'absolute' },
];

/** The presets by name: the paper's, and the defaults of Google PAIR's saliency and of Captum's NoiseTunnel. */
export const smoothGradPresets: ReadonlyMap<string, SmoothGradPreset> = new Map(
  all.map((preset) => [preset.name, preset]),
);

export function findSmoothGradPreset(name: string): SmoothGradPreset {
  const preset = smoothGradPresets.get(name);
  if (preset) return preset;
  throw badInput(
    `Unknown SmoothGrad preset "${name}": known are ${[...smoothGradPresets.keys()].join(', ')}.`,
  );
}
