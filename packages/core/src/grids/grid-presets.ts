/** Presets of activation grids, fastest first. Their values are the business of those who render. */
export const gridPresetNames = ['quick', 'simple', 'grouped'] as const;
export type GridPresetName = (typeof gridPresetNames)[number];

/** Expected work of a grid of 7×7 cells in forward passes of one 28×28 image, reckoned as that of a picture: see pictureWork. */
export const gridWork: Readonly<Record<GridPresetName, number>> = {
  quick: 10_000,
  simple: 830_000,
  grouped: 1_130_000,
};
