import { type PresetName, pictureWork } from '../visualizations/preset-names.ts';

/** The weight of a training, in forward passes of one image: each step goes forward, then back twice as long. Whole. */
export function trainingWork(images: number, epochs: number): number {
  return Math.ceil(3 * images * epochs);
}

/** The weight of some pictures, in forward passes of one image. */
export function renderingWork(pictures: readonly { preset: string }[]): number {
  return pictures.reduce((sum, { preset }) => sum + pictureWork[preset as PresetName], 0);
}
