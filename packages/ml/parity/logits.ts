import * as tf from '@tensorflow/tfjs';
import type { TensorData } from '../src/checkpoints/tensor-data.ts';
import { runOnce } from '../src/compiler/run-once.ts';
import { badInput } from '../src/errors/domain-error.ts';
import { disposeWeights, type Weights } from '../src/networks/pass.ts';
import { logitsOf as networkLogits } from '../src/networks/predict.ts';
import { asList, asRecord, type FixtureFolder } from './fixture-folder.ts';
import { compared, type Line, unlessMissing } from './line.ts';
import { type Net, openNet } from './net.ts';
import { preprocessed } from './preprocess.ts';
import { relativeErrors } from './relative-errors.ts';

/** Of the largest logit. */
const tolerance = 1e-3;

/** `logits` of `fixtures.json`: bytes in, logits out, for each file and the net it was made with. */
export async function replayLogits(folder: FixtureFolder): Promise<Line[]> {
  const lines: Line[] = [];
  for (const entry of asList(folder.described.logits ?? [], 'logits of fixtures.json')) {
    const { file, net } = asRecord(entry, 'an entry of logits');
    if (typeof file !== 'string') throw badInput(`An entry of logits must name its file: ${file} came.`);
    const name = file.replace(/\.safetensors$/, '');
    lines.push(...(await unlessMissing(name, () => replay(folder, name, file, net))));
  }
  return lines;
}

async function replay(folder: FixtureFolder, name: string, file: string, netName: unknown): Promise<Line[]> {
  const net = openNet(folder, netName);
  const { tensors } = folder.tensors(file);
  const images = tensors.get('images') ?? tensors.get('image');
  const wanted = tensors.get('logits');
  if (!images || !wanted) throw badInput(`${file} must hold "images" or "image", and "logits".`);
  const weights = net.weights();
  const logits = await logitsOf(net, weights, images);
  disposeWeights(weights);
  const errors = relativeErrors(logits, wanted.data as Float32Array);
  return [
    compared(name, errors, tolerance, `of the largest, ${images.shape[0]} images`),
    ...topFiveLines(folder, file, logits),
  ];
}

/** The key of `fixtures.json` that names the five likeliest classes of a file's one picture, `top5-<picture>.png`. */
export function topFiveKey({ described }: FixtureFolder, file: string): string | undefined {
  return Object.keys(described).find((key) => {
    const [, picture] = /^top5-(.+)\.png$/.exec(key) ?? [];
    return picture !== undefined && file.endsWith(`-${picture}.safetensors`);
  });
}

function topFiveLines(folder: FixtureFolder, file: string, logits: Float32Array): Line[] {
  const key = topFiveKey(folder, file);
  if (key === undefined) return [];
  const wanted = asList(folder.described[key], key);
  const likeliest = [...logits.keys()].sort((a, b) => logits[b]! - logits[a]!);
  const errors = wanted.map((label, place) => (likeliest[place] === label ? 0 : 1));
  return [compared(key, errors, 0, `classes, ${wanted.length} in their order`)];
}

/** Of bytes [images, 3, height, width] → [images, classes], row by row. */
export async function logitsOf(
  { architecture, preprocessing }: Net,
  weights: Weights,
  { data, shape }: Pick<TensorData, 'data' | 'shape'>,
): Promise<Float32Array> {
  const images = preprocessed(data as Uint8Array, shape, preprocessing);
  const { logits } = await runOnce(networkLogits, { architecture }, { weights, images });
  const values = await logits.data<'float32'>();
  tf.dispose([images, logits]);
  return values;
}
