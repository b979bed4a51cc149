import { expect, test } from 'vitest';
import { sampleLayers } from '../testing/sample-catalogue.ts';
import { chooseNeurons } from './choose-neurons.ts';
import { firstExperiment } from './first-experiment.ts';
import { planExperiment } from './plan-experiment.ts';

/** Ids 1, 2, 3 … in the shape of UUIDs, so that two plans can be compared. */
function counter(): () => string {
  let count = 0;
  return () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`;
}

const plan = planExperiment(firstExperiment, sampleLayers, counter());
const nameOf = new Map(plan.models.map(({ id, name }) => [id, name]));
const describeJob = (id: string) => {
  const job = plan.jobs.find((candidate) => candidate.id === id)!;
  return `${job.name} ${nameOf.get(job.modelId ?? '') ?? ''}`.trim();
};

test('a family is a parent, pairs of siblings, and snapshots', () => {
  expect(plan.models.map(({ name, position, kind }) => [name, position, kind])).toEqual([
    ['parent', 0, 'parent'],
    ['child-1', 1, 'child'],
    ['child-2', 2, 'child'],
    ['child-3', 3, 'child'],
    ['child-4', 4, 'child'],
    ['snapshot-1', 5, 'snapshot'],
    ['snapshot-2', 6, 'snapshot'],
  ]);
  const siblings = plan.models.map(({ siblingId }) => nameOf.get(siblingId ?? ''));
  expect(siblings).toEqual([undefined, 'child-2', 'child-1', 'child-4', 'child-3', undefined, undefined]);
  expect(plan.models.map(({ sparsity }) => sparsity)).toEqual([null, 0.5, 0.5, 0.5, 0.5, null, null]);
  expect(new Set(plan.models.slice(1).map(({ parentId }) => parentId))).toEqual(
    new Set([plan.models[0]!.id]),
  );
});

test('every job waits for what it needs, and for nothing else', () => {
  const dependencies = plan.jobs.map(({ id, dependsOn }) => [describeJob(id), dependsOn.map(describeJob)]);
  expect(dependencies).toEqual([
    ['train-parent parent', []],
    ['prune-and-tune child-1', ['train-parent parent']],
    ['prune-and-tune child-2', ['train-parent parent']],
    ['prune-and-tune child-3', ['train-parent parent']],
    ['prune-and-tune child-4', ['train-parent parent']],
    ['train-snapshot snapshot-1', ['train-parent parent']],
    ['train-snapshot snapshot-2', ['train-snapshot snapshot-1']],
    ['evaluate-model parent', ['train-parent parent']],
    ['evaluate-model child-1', ['prune-and-tune child-1']],
    ['evaluate-model child-2', ['prune-and-tune child-2']],
    ['evaluate-model child-3', ['prune-and-tune child-3']],
    ['evaluate-model child-4', ['prune-and-tune child-4']],
    ['evaluate-model snapshot-1', ['train-snapshot snapshot-1']],
    ['evaluate-model snapshot-2', ['train-snapshot snapshot-2']],
    [
      'evaluate-ensemble',
      [
        'evaluate-model child-1',
        'evaluate-model child-2',
        'evaluate-model child-3',
        'evaluate-model child-4',
      ],
    ],
    ['evaluate-ensemble', ['evaluate-model snapshot-1', 'evaluate-model snapshot-2']],
    ['visualize-neurons parent', ['train-parent parent']],
    ['visualize-neurons child-1', ['prune-and-tune child-1']],
    ['visualize-neurons child-2', ['prune-and-tune child-2']],
    ['visualize-neurons child-3', ['prune-and-tune child-3']],
    ['visualize-neurons child-4', ['prune-and-tune child-4']],
    ['visualize-neurons snapshot-1', ['train-snapshot snapshot-1']],
    ['visualize-neurons snapshot-2', ['train-snapshot snapshot-2']],
  ]);
});

test('siblings share a pair, and one of them takes the complement', () => {
  const masks = plan.jobs.filter(({ name }) => name === 'prune-and-tune').map(({ payload }) => payload);
  expect(masks).toMatchObject([
    { pair: 0, complement: false },
    { pair: 0, complement: true },
    { pair: 1, complement: false },
    { pair: 1, complement: true },
  ]);
});

test('all models are asked for pictures of the same neurons, with the seed of the experiment', () => {
  const neuronsOf = (modelId: string) =>
    plan.visualizations
      .filter((visualization) => visualization.modelId === modelId)
      .map(({ layer, channel, seed, preset }) => `${layer}:${channel} ${seed} ${preset}`);
  const ofParent = neuronsOf(plan.models[0]!.id);
  expect(ofParent).toHaveLength(3 * sampleLayers.length);
  for (const { id } of plan.models) expect(neuronsOf(id)).toEqual(ofParent);
});

test('without ensembles and pictures there is a parent to train and to measure', () => {
  const visualize = { ...firstExperiment.visualize, neuronsPerLayer: 0 };
  const { jobs, models, visualizations } = planExperiment(
    { ...firstExperiment, ensembles: [], visualize },
    sampleLayers,
    counter(),
  );
  expect(jobs.map(({ name }) => name)).toEqual(['train-parent', 'evaluate-model']);
  expect([models.length, visualizations.length]).toEqual([1, 0]);
});

test('the seed chooses the neurons, by a rule that other languages can follow', () => {
  const layers = [{ name: 'stage1.block0', channels: 16 }];
  const channels = (seed: number) => chooseNeurons(layers, 3, seed).map(({ channel }) => channel);
  // printf '1/stage1.block0/%d' … | sha256sum | sort
  expect(channels(1)).toEqual([0, 5, 12]);
  expect(channels(2)).not.toEqual(channels(1));
  expect(chooseNeurons(layers, 99, 1)).toHaveLength(16);
});
