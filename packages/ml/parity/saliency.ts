import * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../src/architectures/architecture.ts';
import { inputGradient } from '../src/attribution/input-gradient.ts';
import { type SmoothGradInput, smoothGrad } from '../src/attribution/smooth-grad.ts';
import type { SmoothGradPreset } from '../src/attribution/smooth-grad-preset.ts';
import { runOnce } from '../src/compiler/run-once.ts';
import { beside, points } from './beside.ts';
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
  const { architecture, shape, preprocessing, weights: open } = openNet(folder, described.net);
  const fixture = openTensors(folder, described.file);
  const preset: SmoothGradPreset = {
    name: 'fixture',
    samples: asNumber(described.samples, 'samples of saliency'),
    deviation: { kind: 'fixed', value: asNumber(described.sigma, 'sigma of saliency') },
    averaging: 'signed',
  };
  const { data, shape: sides } = fixture('images');
  const inputs = tf.tidy(() => ({
    weights: open(),
    images: preprocessed(data as Uint8Array, sides, preprocessing),
    classes: tf.oneHot(
      tf.tensor1d(Array.from(fixture('classes').data, Number), 'int32'),
      shape.classes,
    ) as tf.Tensor2D,
    noise: channelsLast(fixture('noise')) as tf.Tensor5D,
  }));
  const linesAt = async (point: number): Promise<Line[]> => {
    const images = beside(inputs.images, point);
    const { noise, ...still } = { ...inputs, images };
    const { gradient } = await runOnce(gradientOf, { architecture }, still);
    const { attributions } = await runOnce(smoothGrad, { architecture, preset }, { ...still, noise });
    const lines: Line[] = [];
    for (const [name, came] of Object.entries({ gradient, smoothgrad: attributions })) {
      const errors = relativeErrors(await came.data(), await valuesOf(fixture(name), channelsLast));
      lines.push(compared(`saliency ${name}`, errors, tolerance, noteAt(point, sides[0]!)));
    }
    tf.dispose([images, gradient, attributions]);
    return lines;
  };
  const exact = await linesAt(0);
  let lines = exact;
  for (let point = 1; point < points && lines.some(({ status }) => status === 'FAIL'); point++)
    lines = await linesAt(point);
  tf.dispose(inputs);
  return lines.some(({ status }) => status === 'FAIL') ? exact : lines;
}

const noteAt = (point: number, images: number): string =>
  `of the largest, ${images} images${point === 0 ? '' : `, at point ${point} within rounding`}`;

function gradientOf(
  { weights, images, classes }: Omit<SmoothGradInput, 'noise'>,
  { architecture }: { architecture: Architecture },
) {
  return { gradient: inputGradient(architecture, weights, images, classes) };
}
