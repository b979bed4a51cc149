import {
  Model,
  type Objective,
  presetSteps,
  requestVisualizations,
  startExperiment,
  Visualization,
  type VisualizationRequest,
} from '@kindred/core';
import { presets } from '@kindred/ml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findJob, smallExperiment } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';

let workshop: Workshop;
let [parent, other] = [] as unknown as [Model, Model];
/** Two parents of the same architecture, by two seeds. */
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
  [parent, other] = [await trainedParent(1), await trainedParent(2)];
}, 60_000);
afterAll(() => workshop.close());

async function trainedParent(seed: number): Promise<Model> {
  const { db, queue, run } = workshop;
  const visualize = { ...smallExperiment.visualize, neuronsPerLayer: 0 };
  const { id } = await startExperiment(db, queue, { ...smallExperiment, visualize, seed });
  await run((await findJob(db, id, 'train-model')).id);
  return db.manager.findOneByOrFail(Model, { experimentId: id });
}

const neuron = { layer: 'stage1.block0', channel: 3 };

/** Asks for pictures of the parent, runs the job, and answers with them as they are then. */
async function pictured(asked: Partial<VisualizationRequest>): Promise<Visualization[]> {
  const { db, queue, run } = workshop;
  const request = { modelIds: [parent.id], neurons: [neuron], preset: 'quick', seed: 1, ...asked };
  const wished = await requestVisualizations(db, queue, request);
  const jobs = await db.query(`select id from job where name = 'visualize-neurons' and status = 'queued'`);
  for (const { id } of jobs) await run(id);
  const rows = await db.manager.find(Visualization, {
    where: wished.map(({ id }) => ({ id })),
    relations: { hashes: true, steps: true },
  });
  return wished.map(({ id }) => rows.find((row) => row.id === id)!);
}
const objective = (rest: Partial<Objective>) => ({ objective: { sign: 'maximise' as const, ...rest } });

test('every objective gives a picture of its own, with its neuron’s activation, hashes and content key', async () => {
  const contrast = (modelId: string) => objective({ contrast: { modelId, kind: 'difference' } });
  const pictures = [
    ...(await pictured({})),
    ...(await pictured({ objective: { sign: 'minimise' } })),
    ...(await pictured(objective({ at: {}, with: [{ neuron: 'stage2.block0:7', weight: 1 }] }))),
    ...(await pictured(contrast(other.id))),
    ...(await pictured(objective({ diversity: { index: 0, of: 2, weight: 100 } }))),
  ];
  expect(pictures.map(({ status }) => status)).toEqual(new Array(6).fill('done'));
  for (const value of ['imageDigest', 'contentKey', 'activation'] as const)
    expect(new Set(pictures.map(({ [value]: each }) => each)).size).toBe(6);
  expect(pictures.every(({ hashes }) => hashes?.average.length === 64)).toBe(true);
  expect(pictures.map(({ hashes }) => hashes?.comparable)).toEqual([true, false, false, false, false, false]);
  const [raised, lowered] = pictures;
  expect(raised!.activation).toBeGreaterThan(2 * lowered!.activation!);
});

test('a picture that is there is kept after steps too, once, and comes out as it was', async () => {
  const [before] = await pictured({ seed: 2 });
  const [after] = await pictured({ seed: 2, steps: [32, 1] });
  expect(after!.steps.map(({ step }) => step).sort()).toEqual([1, 32]);
  expect(new Set([...after!.steps, after!].map(({ imageDigest }) => imageDigest)).size).toBe(3);
  expect({ ...after, steps: [] }).toEqual({ ...before, steps: [] });
  const { db } = workshop;
  const jobs = () => db.query('select count(*) from job');
  const count = await jobs();
  await pictured({ seed: 2, steps: [1] });
  expect(await jobs()).toEqual(count);
});

test('a place outside the map fails with what there is, and nothing is stored as done', async () => {
  await expect(pictured(objective({ at: { x: 56 } }))).rejects.toThrow(
    'stage1.block0:3 has no place (56, 28): in pictures of 48 pixels with a border of 4 its map has 56 columns and 56 rows, from 0.',
  );
  const placed = await workshop.db.query(
    `select status from visualization where objective -> 'at' ->> 'x' = '56'`,
  );
  expect(placed).toEqual([{ status: 'queued' }]);
});

test('the steps that core lets pictures be kept after are those of the presets', () => {
  expect(presetSteps).toEqual(
    Object.fromEntries([...presets.values()].map(({ name, steps }) => [name, steps])),
  );
});
