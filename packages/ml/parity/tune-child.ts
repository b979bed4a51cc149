import type { Checkpoint } from '../src/checkpoints/decode-safetensors.ts';
import { compile } from '../src/compiler/compile.ts';
import { disposeTensors } from '../src/compiler/tensors.ts';
import { disposeWeights, type Weights } from '../src/networks/pass.ts';
import { trainingStep } from '../src/training/training-step.ts';
import { type CifarBatch, openCifarBatch } from './cifar-batch.ts';
import { asList, asNumber, asRecord, type FixtureFolder, type Json } from './fixture-folder.ts';
import { compared, type Line, NotYet, unlessMissing } from './line.ts';
import { logitsOf } from './logits.ts';
import { batchIndices, errorsUnder, maskedState, masksOf, stepInputOf } from './masked-training.ts';
import { type Net, openNet } from './net.ts';
import { scheduleOf } from './one-cycle.ts';
import { relativeErrors } from './relative-errors.ts';

/** Over the steps PyTorch's float32 parts from its float64, and from itself on another machine, by 1e-3 in both. */
const lossTolerance = 5e-3;
const tunedLogitTolerance = 5e-3;
/** Of each tensor's largest. */
const weightTolerance = 1e-3;

/** `tune_child` of `fixtures.json`: masked steps on a one-cycle schedule, and the child's logits afterwards. */
export async function replayTuneChild(folder: FixtureFolder): Promise<Line[]> {
  const { tune_child: described } = folder.described;
  if (described === undefined) return [];
  return unlessMissing('tune-child', () => replay(folder, asRecord(described, 'tune_child')));
}

async function replay(folder: FixtureFolder, described: Json): Promise<Line[]> {
  if (described.augmentation)
    throw new NotYet(`the augmentation "${described.augmentation}" is not built yet`);
  const net = openNet(folder, described.net);
  const batch = await openCifarBatch(folder, described.dataset);
  const fixture = folder.tensors('tune-child.safetensors');
  const wanted = asList(described.log, 'log of tune_child').map((entry) =>
    asNumber(asRecord(entry, 'a step of tune_child').loss, 'loss of tune_child'),
  );
  const { losses, weights } = await tune(net, described, fixture, batch);
  const lines = [
    compared(
      'tune-child losses',
      losses.map((loss, step) => Math.abs(loss - wanted[step]!)),
      lossTolerance,
      `${losses.length} steps`,
    ),
    compared(
      'tune-child weights',
      await errorsUnder('final', fixture, net.specs, weights),
      weightTolerance,
      'of the largest of each tensor',
    ),
    ...(await unlessMissing('tune-child logits', () => logitLines(folder, net, weights, fixture))),
  ];
  disposeWeights(weights);
  return lines;
}

async function tune(net: Net, described: Json, fixture: Checkpoint, batch: CifarBatch) {
  const steps = asNumber(described.steps, 'steps of tune_child');
  const schedule = scheduleOf('tune-child', asRecord(described.onecycle, 'onecycle of tune_child'), steps);
  const masks = masksOf(fixture, net.specs);
  const start = maskedState(net, masks);
  const { architecture } = net;
  const run = await compile(trainingStep, { architecture }).start({ state: start, masks });
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const picked = batch.pick(batchIndices(fixture, step));
    const { masks: _, ...input } = stepInputOf(net, described, picked, schedule(step), masks);
    const { loss } = await run.step(input);
    losses.push((await loss.data())[0]!);
    disposeTensors({ ...input, loss });
  }
  const { state, masks: kept } = await run.read();
  run.dispose();
  disposeTensors({ masks, start, kept, velocities: state.velocities });
  return { losses, weights: state.weights };
}

/** `test_logits_<n>`: of the first n test images. */
async function logitLines(
  folder: FixtureFolder,
  net: Net,
  weights: Weights,
  { tensors }: Checkpoint,
): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [name, wanted] of tensors) {
    const count = Number(/^test_logits_(\d+)$/.exec(name)?.[1] ?? 0);
    if (count === 0) continue;
    const test = await openCifarBatch(folder, 'test_batch');
    const { pixels, shape } = test.pick(Array.from({ length: count }, (_, image) => image));
    const logits = await logitsOf(net, weights, { data: pixels, shape });
    const errors = relativeErrors(logits, wanted.data as Float32Array);
    lines.push(compared('tune-child logits', errors, tunedLogitTolerance, `of the largest, ${count} images`));
  }
  return lines;
}
