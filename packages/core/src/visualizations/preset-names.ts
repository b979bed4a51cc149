/** Presets of feature visualization, fastest first. Their values are the business of those who render. */
export const presetNames = ['quick', 'lucent', 'paper'] as const;
export type PresetName = (typeof presetNames)[number];

/** Steps of each preset, after which its pictures may be kept. */
export const presetSteps: Readonly<Record<PresetName, number>> = { quick: 64, lucent: 512, paper: 1024 };

/**
 * Expected work of one picture in forward passes of one 28×28 image, for telling the time left: steps × (pixels of the padded
 * picture / pixels of the image) × 2.5, since a step goes forward and back, but no deeper than the neuron's layer.
 */
export const pictureWork: Readonly<Record<PresetName, number>> = {
  quick: 700,
  lucent: 20_000,
  paper: 40_000,
};
