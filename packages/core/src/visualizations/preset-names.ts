/** Presets of feature visualization, fastest first. Their values are the business of those who render. */
export const presetNames = ['quick', 'lucent', 'paper'] as const;
export type PresetName = (typeof presetNames)[number];
