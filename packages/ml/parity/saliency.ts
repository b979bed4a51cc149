import * as tf from '@tensorflow/tfjs';
import { inputGradient } from '../src/attribution/input-gradient.ts';
import { smoothGrad } from '../src/attribution/smooth-grad.ts';
import type { SmoothGradPreset } from '../src/attribution/smooth-grad-preset.ts';
import { asNumber, asRecord, type FixtureFolder, type Json } from './fixture-folder.ts';
import { channelsLast, openTensors, valuesOf } from './fixture-tensors.ts';
import { compared, type Line, unlessMissing } from './line.ts';
import { openNet } from './net.ts';
import { preprocessed } from './preprocess.ts';
import { relativeErrors } from './relative-errors.ts';

/** Of the largest. */
const tolerance = 1e-3;

/** `saliency` of `fixtures.json`: the gradients of a logit an image, plain and averaged over the noise of the file. */
export async function replaySaliency(folder: FixtureFolder): Promise<Line[]> {
  const { saliency: described } = folder.described;
  if (described === undefined) return [];
  return unlessMissing('saliency', () => replay(folder, asRecord(described, 'saliency')));
}

async function replay(folder: FixtureFolder, described: Json): Promise<Line[]> {
  const { architecture, shape, preprocess, weights: open } = openNet(folder, described.net);
  const fixture = openTensors(folder, described.file);
  const preset: SmoothGradPreset = {
    name: 'fixture',
    samples: asNumber(described.samples, 'samples of saliency'),
    deviation: { kind: 'fixed', value: asNumber(described.sigma, 'sigma of saliency') },
    averaging: 'signed',
  };
  const { data, shape: sides } = fixture('images');
  const saliency = tf.tidy(() => {
    const weights = open();
    const images = preprocessed(data as Uint8Array, sides, preprocess);
    const chosen = tf.tensor1d(Array.from(fixture('classes').data, Number), 'int32');
    const classes = tf.oneHot(chosen, shape.classes) as tf.Tensor2D;
    const noise = channelsLast(fixture('noise')) as tf.Tensor5D;
    return {
      gradient: inputGradient(architecture, weights, images, classes),
      smoothgrad: smoothGrad({ weights, images, classes, noise }, { architecture, preset }).attributions,
    };
  });
  const lines: Line[] = [];
  for (const [name, came] of Object.entries(saliency)) {
    const errors = relativeErrors(await came.data(), await valuesOf(fixture(name), channelsLast));
    lines.push(compared(`saliency ${name}`, errors, tolerance, `of the largest, ${sides[0]} images`));
  }
  tf.dispose(saliency);
  return lines;
}
