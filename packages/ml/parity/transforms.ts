import * as tf from '@tensorflow/tfjs';
import { runOnce } from '../src/compiler/run-once.ts';
import { badInput } from '../src/errors/domain-error.ts';
import { padWithGrey } from '../src/optvis/render-step.ts';
import { resample } from '../src/optvis/resample.ts';
import { affineMaps, rotated, type Source, scaled, shifted } from '../src/optvis/transforms.ts';
import { asList, asNumber, asRecord, type FixtureFolder, type Json } from './fixture-folder.ts';
import { channelsLast, openTensors, valuesOf } from './fixture-tensors.ts';
import { compared, type Line } from './line.ts';
import { relativeErrors } from './relative-errors.ts';

/**
 * Of the largest. A place of a pixel near 60 has a float32 rounding of 4e-6 pixels, and so much of the difference between
 * neighbours comes along; four of them are let pass.
 */
const tolerance = 1.6e-5;

/** `transforms` of `fixtures.json`: Lucent's standard transforms, each from the stage before it. */
export async function replayTransforms(folder: FixtureFolder): Promise<Line[]> {
  const { transforms: described } = folder.described;
  if (described === undefined) return [];
  const fixture = openTensors(folder, 'transforms.safetensors');
  const lines: Line[] = [];
  let before = 'input';
  for (const [stage, transform] of Object.entries(stagesOf(asRecord(described, 'transforms')))) {
    const images = tf.tidy(() => channelsLast(fixture(before)) as tf.Tensor4D);
    const came = await transform(images);
    const errors = relativeErrors(await came.data(), await valuesOf(fixture(stage), channelsLast));
    lines.push(
      compared(`transforms ${stage}`, errors, tolerance, `of the largest, to ${came.shape[1]} pixels`),
    );
    tf.dispose([images, came]);
    before = stage;
  }
  return lines;
}

type Stage = (images: tf.Tensor4D) => Promise<tf.Tensor>;

function stagesOf({ pad, j1, k, deg, j2 }: Json): Record<string, Stage> {
  return {
    pad: async (images) => padWithGrey(images, asNumber(pad, 'pad')),
    jitter1: jittered(j1, 'j1'),
    scale: (images) => enlarged(images, asNumber(k, 'k')),
    rotate: (images) => moved(images, rotated(asNumber(deg, 'deg'), images.shape[1])),
    jitter2: jittered(j2, 'j2'),
  };
}

function jittered(shift: unknown, what: string): Stage {
  const [across, down] = asList(shift, what).map((pixels) => asNumber(pixels, what));
  return (images) => moved(images, shifted(across!, down!));
}

async function moved(images: tf.Tensor4D, source: Source): Promise<tf.Tensor> {
  const maps = affineMaps(new Array<Source>(images.shape[0]).fill(source));
  const { resampled } = await runOnce(resampling, {}, { images, maps });
  maps.dispose();
  return resampled;
}

function resampling({ images, maps }: { images: tf.Tensor4D; maps: tf.Tensor3D }) {
  return { resampled: resample(images, maps) };
}

/** Lucent's way: to a size that is rounded up, from corner to corner. Ours keeps the size, so the picture gets room before. */
async function enlarged(images: tf.Tensor4D, factor: number): Promise<tf.Tensor> {
  const size = images.shape[1];
  const larger = Math.ceil(factor * size);
  const room = (larger - size) / 2;
  if (!Number.isInteger(room))
    throw badInput(`From ${size} to ${larger} pixels there is no room that is even.`);
  const border: [number, number] = [room, room];
  const roomy = tf.pad(images, [[0, 0], border, border, [0, 0]]);
  const result = await moved(roomy, scaled((larger - 1) / (size - 1), larger));
  roomy.dispose();
  return result;
}
