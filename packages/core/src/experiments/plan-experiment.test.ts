import { expect, test } from 'vitest';
import type { Recipe } from '../models/train-model.job.ts';
import { sampleLayers } from '../testing/sample-catalogue.ts';
import { chooseNeurons } from './choose-neurons.ts';
import type { ExperimentConfig } from './experiment-config.ts';
import { firstExperiment } from './first-experiment.ts';
import { planExperiment } from './plan-experiment.ts';

/** Ids 1, 2, 3 … in the shape of UUIDs, so that two plans can be compared. */
function counter(): () => string {
  let count = 0;
  return () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`;
}

const plan = planExperiment(firstExperiment, sampleLayers, counter());
const members = plan.models.filter(({ kind }) => kind !== 'checkpoint');
const nameOf = new Map(plan.models.map(({ id, name }) => [id, name]));
const describeJob = (id: string) => {
  const job = plan.jobs.find((candidate) => candidate.id === id)!;
  return `${job.name} ${nameOf.get(job.modelId ?? '') ?? ''}`.trim();
};

test('the first family is a parent, pairs of siblings, and snapshots', () => {
  expect(members.map(({ name, position, kind }) => [name, position, kind])).toEqual([
    ['parent', 0, 'parent'],
    ['child-1', 1, 'child'],
    ['child-2', 2, 'child'],
    ['child-3', 3, 'child'],
    ['child-4', 4, 'child'],
    ['snapshot-1', 5, 'snapshot'],
    ['snapshot-2', 6, 'snapshot'],
  ]);
  const siblings = members.map(({ siblingId }) => nameOf.get(siblingId ?? ''));
  expect(siblings).toEqual([undefined, 'child-2', 'child-1', 'child-4', 'child-3', undefined, undefined]);
  expect(members.map(({ sparsity }) => sparsity)).toEqual([null, 0.5, 0.5, 0.5, 0.5, null, null]);
  expect(new Set(members.slice(1).map(({ parentId }) => parentId))).toEqual(new Set([plan.models[0]!.id]));
});

test('every job waits for what it needs, and for nothing else', () => {
  const dependencies = plan.jobs.map(({ id, dependsOn }) => [describeJob(id), dependsOn.map(describeJob)]);
  expect(dependencies).toEqual([
    ['train-model parent', []],
    ['train-model child-1', ['train-model parent']],
    ['train-model child-2', ['train-model parent']],
    ['train-model child-3', ['train-model parent']],
    ['train-model child-4', ['train-model parent']],
    ['train-model snapshot-1', ['train-model parent']],
    ['train-model snapshot-2', ['train-model snapshot-1']],
    ['evaluate-model parent', ['train-model parent']],
    ['evaluate-model child-1', ['train-model child-1']],
    ['evaluate-model child-2', ['train-model child-2']],
    ['evaluate-model child-3', ['train-model child-3']],
    ['evaluate-model child-4', ['train-model child-4']],
    ['evaluate-model snapshot-1', ['train-model snapshot-1']],
    ['evaluate-model snapshot-2', ['train-model snapshot-2']],
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
    ['visualize-neurons parent', ['train-model parent']],
    ['visualize-neurons child-1', ['train-model child-1']],
    ['visualize-neurons child-2', ['train-model child-2']],
    ['visualize-neurons child-3', ['train-model child-3']],
    ['visualize-neurons child-4', ['train-model child-4']],
    ['visualize-neurons snapshot-1', ['train-model snapshot-1']],
    ['visualize-neurons snapshot-2', ['train-model snapshot-2']],
  ]);
});

test('children keep what they are on their way, and siblings’ checkpoints at one epoch are siblings', () => {
  const checkpoints = plan.models.filter(({ finalId }) => nameOf.get(finalId ?? '') === 'child-1');
  const described = checkpoints.map(({ name, position, epoch, siblingId }) => [
    name,
    position,
    epoch,
    nameOf.get(siblingId!),
  ]);
  expect(described).toEqual([
    ['child-1@0', 7, 0, 'child-2@0'],
    ['child-1@0.125', 8, 0.125, 'child-2@0.125'],
    ['child-1@0.25', 9, 0.25, 'child-2@0.25'],
    ['child-1@0.375', 10, 0.375, 'child-2@0.375'],
  ]);
  expect(plan.models).toHaveLength(members.length + 4 * 4);
  const training = plan.jobs.find(({ id }) => describeJob(id) === 'train-model child-1')!;
  expect(training.payload).toMatchObject({
    checkpoints: checkpoints.map(({ id, epoch }) => ({ modelId: id, epoch })),
  });
});

const recipeOf = (jobs: readonly { name: string; payload: object }[]) =>
  jobs
    .filter(({ name }) => name === 'train-model')
    .map(({ payload }) => (payload as { recipe: Recipe }).recipe);

test('siblings are the two children of one draw, and lose each what the other keeps', () => {
  const masks = recipeOf(plan.jobs).flatMap(({ pruning }) => (pruning ? [pruning] : []));
  expect(masks).toMatchObject([
    { family: 0, child: 0 },
    { family: 0, child: 1 },
    { family: 1, child: 0 },
    { family: 1, child: 1 },
  ]);
});

test('the whole of Table I that is made of ordinary networks is one configuration', () => {
  const pruning = { granularity: 'structured', scope: 'global', sparsity: 0.5 } as const;
  const tuning = { epochs: 1, maxLearningRate: 0.1, checkpoints: 0 };
  const thirds = { ...pruning, kind: 'anti-random', sparsity: 2 / 3, children: 3 } as const;
  const rates = { maxLearningRate: 0.05, minLearningRate: 0.0001 };
  const ensembles: ExperimentConfig['ensembles'] = [
    { method: 'dense', members: 2, epochs: 3 },
    { method: 'fge', members: 3, cycleEpochs: 4, ...rates },
    { method: 'lottery-ticket', pruning, tuning },
    { method: 'prune-and-tune', families: 1, pruning: thirds, tuning },
  ];
  const { models, jobs } = planExperiment({ ...firstExperiment, ensembles }, sampleLayers, counter());
  const named = new Map(models.map(({ id, name }) => [id, name]));
  expect(models.map(({ name, parentId }) => [name, named.get(parentId ?? '')])).toEqual([
    ['parent', undefined],
    ['child-1', 'parent'],
    ['child-2', 'parent'],
    ['child-3', 'parent'],
    ['ticket', 'parent'],
    ['fge-1', 'parent'],
    ['fge-2', 'parent'],
    ['fge-3', 'parent'],
    ['dense-1', undefined],
    ['dense-2', undefined],
  ]);
  expect(models.every(({ siblingId }) => siblingId === null)).toBe(true);
  const starts = recipeOf(jobs).map(({ from, epochs, schedule }) => [
    named.get(from ?? ''),
    epochs,
    schedule.kind,
  ]);
  expect(starts).toEqual([
    [undefined, 2, 'piecewise'],
    ['parent', 1, 'one-cycle'],
    ['parent', 1, 'one-cycle'],
    ['parent', 1, 'one-cycle'],
    ['parent', 1, 'one-cycle'],
    ['parent', 2, 'triangular'],
    ['fge-1', 4, 'triangular'],
    ['fge-2', 4, 'triangular'],
    [undefined, 3, 'piecewise'],
    [undefined, 3, 'piecewise'],
  ]);
  const averaged = jobs.filter(({ name }) => name === 'evaluate-ensemble').map(({ payload }) => payload);
  expect(averaged).toMatchObject([{ name: 'prune-and-tune' }, { name: 'fge' }, { name: 'dense' }]);
});

test('all models are asked for pictures of the same neurons, by the seed of the experiment and the one after it', () => {
  const picturesOf = (modelId: string) =>
    plan.visualizations
      .filter((visualization) => visualization.modelId === modelId)
      .map(({ layer, channel, seed, preset }) => `${layer}:${channel} ${preset} ${seed}`);
  const ofParent = picturesOf(plan.models[0]!.id);
  const bySeed = (seed: number) => ofParent.filter((picture) => picture.endsWith(` quick ${seed}`));
  expect(bySeed(1)).toHaveLength(3 * sampleLayers.length);
  expect(bySeed(2)).toEqual(bySeed(1).map((picture) => picture.replace(/1$/, '2')));
  expect(ofParent).toEqual([...bySeed(1), ...bySeed(2)]);
  for (const { id } of members) expect(picturesOf(id)).toEqual(ofParent);
});

test('without ensembles and pictures there is a parent to train and to measure', () => {
  const visualize = { ...firstExperiment.visualize, neuronsPerLayer: 0 };
  const { jobs, models, visualizations } = planExperiment(
    { ...firstExperiment, ensembles: [], visualize },
    sampleLayers,
    counter(),
  );
  expect(jobs.map(({ name }) => name)).toEqual(['train-model', 'evaluate-model']);
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
