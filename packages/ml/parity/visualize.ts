import * as tf from '@tensorflow/tfjs';
import { compile } from '../src/compiler/compile.ts';
import { disposeTensors } from '../src/compiler/tensors.ts';
import { badInput } from '../src/errors/domain-error.ts';
import { takingPictures } from '../src/networks/taking-pictures.ts';
import { adamCorrection } from '../src/optvis/adam.ts';
import { fourierImage } from '../src/optvis/fourier-image.ts';
import { finishedPictures, renderStep, type Subject } from '../src/optvis/render-step.ts';
import { selectionsOf } from '../src/optvis/selections.ts';
import { affineMaps } from '../src/optvis/transforms.ts';
import { asList, asNumber, asRecord, type Json } from './fixture-folder.ts';
import type { Net } from './net.ts';

export interface Step {
  /** [size, size, 3] in (0, 1), before the step's update */
  image: Float32Array;
  /** The neuron's mean activation on it, negated. */
  loss: number;
  /** Adam's mean of the gradients after the update: a tenth of the gradient at the first step. */
  meanGradient: Float32Array;
}

/**
 * Yields the steps of a picture that `described` gives a net, a layer, a channel, a size and Adam's rate for.
 * @param spectrum [3, 2·size, size/2 + 1], the start
 */
export async function* visualize(net: Net, described: Json, spectrum: tf.Tensor3D): AsyncGenerator<Step> {
  const { weights: opened, data } = takingPictures(net.weights(), net.specs, net.preprocessing);
  const weights = [opened];
  const subject = subjectOf(net, data, described);
  const neuron = {
    layer: String(described.layer),
    channel: asNumber(described.channel, 'channel'),
    weight: 1,
  };
  const pictures = {
    selections: [selectionsOf([[neuron]], subject.architecture, {})],
    waves: fourierImage(subject.preset.size, 3).constants(),
  };
  const maps = affineMaps([(x, y) => [x, y]]);
  const moments = { first: tf.zerosLike(spectrum), second: tf.zerosLike(spectrum) };
  const run = await compile(renderStep, subject, { weights }).start({
    ...pictures,
    diversity: {},
    spectrum,
    moments,
  });
  const look = await compile(finishedPictures, { ...subject, border: 0 }, { weights }).start(pictures);
  try {
    for (let step = 1; ; step++) {
      const before = await run.read();
      const { images, activations } = await look.step({ spectrum: before.spectrum });
      const correction = adamCorrection(step);
      const { gradientSums } = await run.step({ maps, correction });
      const after = await run.read();
      const image = await images.data<'float32'>();
      const [activation] = await activations.data();
      const meanGradient = await after.moments.first.data<'float32'>();
      disposeTensors({ before, images, activations, correction, gradientSums, after });
      yield { image, loss: -activation!, meanGradient };
    }
  } finally {
    run.dispose();
    look.dispose();
    disposeTensors({ weights, pictures, maps, moments });
  }
}

function subjectOf({ architecture }: Net, data: Subject['data'], described: Json): Subject {
  const [height, width] = asList(described.size, 'size').map((side) => asNumber(side, 'a side'));
  if (height !== width) throw badInput(`A picture must be square; ${height}×${width} came.`);
  const learningRate = asNumber(asRecord(described.adam, 'adam').lr, 'lr of adam');
  const preset = { name: 'fixture', size: height!, steps: 0, learningRate, padding: 0, transforms: [] };
  return { architecture, data, preset };
}
