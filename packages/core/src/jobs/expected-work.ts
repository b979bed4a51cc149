import { type PresetName, pictureWork } from '../visualizations/preset-names.ts';

/** Forward passes that a training step takes as long as, an image: forward, back, and the optimiser, measured on WASM. */
export const passesAStep = 6;

/** Forward passes that its arithmetic is worth, an image: a pass back is two. */
export const arithmeticAStep = 3;

/** What a parent's training weighs more: everything else waits for it, and most of that then runs two at a time. */
export const parentWeight = 2;

/** The weight of a training, in forward passes of one image. Whole. */
export function trainingWork(images: number, epochs: number): number {
  return Math.max(1, Math.ceil(passesAStep * images * epochs));
}

/** The weight of some pictures, in forward passes of one image. */
export function renderingWork(pictures: readonly { preset: string }[]): number {
  return pictures.reduce((sum, { preset }) => sum + pictureWork[preset as PresetName], 0);
}
