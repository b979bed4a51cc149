import {
  type ExperimentConfig,
  Model,
  type Objective,
  requestSaliency,
  requestVisualizations,
  SaliencyAgreement,
  SaliencyMap,
  startExperiment,
  Visualization,
  type VisualizationRequest,
} from '@kindred/core';
import { hashVersion } from '@kindred/ml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isCommitted } from './code-version.ts';
import { findJob, smallExperiment } from './testing/experiments.ts';
import { openWorkshop, type Workshop } from './testing/open-workshop.ts';

const config: ExperimentConfig = {
  ...smallExperiment,
  parent: { ...smallExperiment.parent, architecture: 'convnet' },
};

let workshop: Workshop;
/** The parents of one experiment that was started twice. */
let [first, second] = [] as unknown as [Model, Model];
beforeAll(async () => {
  workshop = await openWorkshop('onnxruntime');
  [first, second] = [await trainedParent(), await trainedParent()];
}, 60_000);
afterAll(() => workshop.close());

async function trainedParent(): Promise<Model> {
  const { db, queue, run } = workshop;
  const { id } = await startExperiment(db, queue, config);
  await run((await findJob(db, id, 'train-model')).id);
  return db.manager.findOneByOrFail(Model, { experimentId: id });
}

/** Runs a model's newest job of that name; answers with how much it had to compute, as it told. */
async function computedBy(name: string, { id: modelId }: Model, codeVersion?: string): Promise<number> {
  const [{ id }] = await workshop.db.query(
    'select id from job where name = $1 and model_id = $2 order by created_at desc limit 1',
    [name, modelId],
  );
  await workshop.run(id, codeVersion);
  const [{ total }] = await workshop.db.query('select progress_total as total from job where id = $1', [id]);
  return total;
}

/** What of a model's pictures is the same if they are. */
async function picturesOf({ id: modelId }: Model, seed = config.seed) {
  const rows = await workshop.db.manager.find(Visualization, {
    where: { modelId, seed },
    relations: { hashes: true, steps: true },
    order: { layer: 'ASC', channel: 'ASC', steps: { step: 'ASC' } },
  });
  return rows.map(({ id: _, modelId: __, createdAt: ___, hashes, steps, ...picture }) => ({
    ...picture,
    hashes: { ...hashes, visualizationId: null, modelId: null },
    steps: steps.map((step) => ({ ...step, visualizationId: null })),
  }));
}

/** Steps of pictures that a model's job has to render for this. */
async function renderedFor(model: Model, asked: Partial<VisualizationRequest>, codeVersion?: string) {
  const neurons = [{ layer: 'conv1', channel: 3 }];
  const request = { modelIds: [model.id], neurons, preset: 'quick', seed: 1, ...asked };
  await requestVisualizations(workshop.db, workshop.queue, request);
  return computedBy('visualize-neurons', model, codeVersion);
}

test('an experiment that is started twice renders its pictures once, and has them twice', async () => {
  expect(second.weightsDigest).toBe(first.weightsDigest);
  expect(await computedBy('visualize-neurons', first)).toBe(3 * 64);
  expect(await computedBy('visualize-neurons', second)).toBe(0);
  const pictures = await picturesOf(first);
  expect(pictures.map(({ status }) => status)).toEqual(new Array(3).fill('done'));
  expect(await picturesOf(second)).toEqual(pictures);
});

test('only what is not there is rendered: other neurons, other seeds', async () => {
  const neurons = [0, 1, 2].map((channel) => ({ layer: 'conv1', channel }));
  expect(await renderedFor(first, { seed: 2, neurons: neurons.slice(0, 2) })).toBe(2 * 64);
  expect(await renderedFor(second, { seed: 2, neurons })).toBe(64);
  expect(await renderedFor(second, { seed: 3, neurons: neurons.slice(0, 1) })).toBe(64);
  const [pictures, twins] = [await picturesOf(first, 2), await picturesOf(second, 2)];
  expect(twins.slice(0, 2)).toEqual(pictures);
});

test('a picture that was kept after all of the steps is taken over with them, else it is rendered', async () => {
  expect(await renderedFor(first, { seed: 4, steps: [1, 32] })).toBe(64);
  expect(await renderedFor(second, { seed: 4, steps: [32] })).toBe(0);
  const [[picture], [twin]] = [await picturesOf(first, 4), await picturesOf(second, 4)];
  expect(twin).toEqual({ ...picture, steps: picture!.steps.slice(1) });
  expect(await renderedFor(second, { seed: 4, steps: [32, 48] })).toBe(64);
  expect(await renderedFor(first, { seed: 4, steps: [48, 32] })).toBe(0);
});

test('in a contrast a model is what its weights are, and pictures that differ come all together', async () => {
  const objective = ({ id: modelId }: Model): Objective => ({
    sign: 'maximise',
    diversity: { index: 0, of: 2, weight: 10 },
    contrast: { modelId, kind: 'sum' },
  });
  expect(await renderedFor(first, { seed: 7, objective: objective(second) })).toBe(2 * 64);
  expect(await renderedFor(second, { seed: 7, objective: objective(first) })).toBe(0);
});

test('code that was changed since its commit takes nothing over: it may have been changed again', async () => {
  const dirty = '0.1.0+0123abc-dirty';
  expect(await renderedFor(first, { seed: 5 }, dirty)).toBe(64);
  expect(await renderedFor(second, { seed: 5 }, dirty)).toBe(64);
  expect(['0.1.0+0123abc', dirty, '0.1.0'].map(isCommitted)).toEqual([true, false, false]);
});

test('a picture that was hashed by another definition is rendered and hashed anew', async () => {
  expect(await renderedFor(first, { seed: 6 })).toBe(64);
  await workshop.db.query(`update visualization_hashes set version = 'imagehash-1' where seed = 6`);
  expect(await renderedFor(second, { seed: 6 })).toBe(64);
  expect((await picturesOf(second, 6))[0]!.hashes.version).toBe(hashVersion);
});

test('a saliency map is computed once for all models of the same weights, and compared within each family', async () => {
  const { db, queue } = workshop;
  const computedFor = async (model: Model, images: number[], target: string) => {
    const recipe = { method: 'smoothgrad-captum' as const, target, seed: 1 };
    await requestSaliency(db, queue, { modelIds: [model.id], images, ...recipe });
    return computedBy('map-saliency', model);
  };
  expect(await computedFor(first, [0, 2], 'predicted')).toBe(2 * 2);
  expect(await computedFor(second, [0, 1, 2], 'predicted')).toBe(2);
  const mapsOf = async ({ id: modelId }: Model, target: string) => {
    const maps = await db.manager.find(SaliencyMap, {
      where: { modelId, target },
      order: { imageIndex: 'ASC' },
    });
    return maps.map(({ id: _, modelId: __, createdAt: ___, target: ____, ...map }) => map);
  };
  const [maps, twins] = [await mapsOf(first, 'predicted'), await mapsOf(second, 'predicted')];
  expect(maps.map(({ status, result }) => [status, result!.sanity!.value])).toEqual(
    new Array(2).fill(['done', expect.any(Number)]),
  );
  expect([twins[0], twins[2]]).toEqual(maps);
  expect(await computedFor(second, [2], String(maps[1]!.result!.class))).toBe(0);
  expect(await db.manager.count(SaliencyAgreement)).toBe(0);
});
