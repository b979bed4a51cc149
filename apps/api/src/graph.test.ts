import { formatNeuronRef, requestVisualizations } from '@kindred/core';
import { type Family, insertFamily } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countStatements } from './testing/count-statements.ts';
import { type RunningApi, runApi } from './testing/run-api.ts';

const hashNames = ['average', 'perceptual', 'difference', 'wavelet', 'color'] as const;
type HashName = (typeof hashNames)[number];
type Hashes = Record<HashName, { hex: string; bits: number }>;

let api: RunningApi;
let family: Family;

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
});
afterAll(() => api.close());

const hashesAndDistance = `
  visualization { status image { url width height } hashes { ${hashNames.map((name) => `${name} { hex bits }`).join(' ')} version } recipe { preset seed weightsDigest } }
  distanceTo(model: $other) { ${hashNames.map((name) => `${name} { bits of }`).join(' ')} meanShare }`;

test('from an experiment to the distance between a sibling’s neuron and its parent’s', async () => {
  const { data, errors } = await api.ask(
    `query ($id: ID!, $at: NeuronRef!, $other: ID!) {
      experiment(id: $id) {
        parent {
          neuron(at: $at) { ${hashesAndDistance} }
          children(first: 10) {
            totalCount
            nodes { name sibling { name kind sibling { name } neuron(at: $at) { id ref channel layer { name channels } ${hashesAndDistance} } } }
          }
        }
      }
    }`,
    { id: family.experiment.id, at: formatNeuronRef(family.neurons[0]!), other: family.parent.id },
  );
  expect(errors).toEqual([]);
  const { parent } = data.experiment;
  expect(parent.neuron.distanceTo.meanShare).toBe(0);
  expect(parent.children.totalCount).toBe(4);
  expect(parent.children.nodes.map((child: { sibling: { name: string } }) => child.sibling.name)).toEqual([
    'child-2',
    'child-1',
    'child-4',
    'child-3',
  ]);
  for (const { name, sibling } of parent.children.nodes) {
    expect(sibling.kind).toBe('CHILD');
    expect(sibling.sibling.name).toBe(name);
    expect(sibling.neuron.ref).toBe(formatNeuronRef(family.neurons[0]!));
    expect(sibling.neuron.visualization.image.url).toMatch(/^\/artifacts\/[0-9a-f]{64}$/);
    expectDistance(sibling.neuron, parent.neuron);
  }
});

test('seven models by twelve neurons cost as many statements as seven by two', async () => {
  const layer = 'stage1.block0';
  const neurons = Array.from({ length: 12 }, (_, channel) => ({ layer, channel }));
  const models = [family.parent, ...family.children, ...family.snapshots];
  await requestVisualizations(api.db, api.queue, {
    modelIds: models.map(({ id }) => id),
    neurons,
    preset: 'lucent',
    seed: 7,
  });
  await hashEveryPicture();

  const ask = async (count: number) => {
    const aliases = neurons
      .slice(0, count)
      .map(({ channel }) => `n${channel}: neuron(at: "${layer}:${channel}") { ${hashesAndDistance} }`);
    const { data, errors } = await api.ask(
      `query ($id: ID!, $other: ID!) { experiment(id: $id) { models(first: 100) { nodes { ${aliases.join(' ')} } } } }`,
      { id: family.experiment.id, other: family.children[0]!.id },
    );
    expect(errors).toEqual([]);
    return data.experiment.models.nodes;
  };

  const few = await countStatements(api.db, () => ask(2));
  const many = await countStatements(api.db, async () => {
    const answered = await ask(12);
    expect(answered).toHaveLength(7);
    for (const model of answered) {
      for (const { channel } of neurons) expectDistance(model[`n${channel}`], answered[1][`n${channel}`]);
    }
  });
  expect(many).toBe(few);
  expect(few).toBeLessThanOrEqual(10);
});

test('a model and its family are one statement', async () => {
  const ask = () =>
    api.ask(
      `query ($id: ID!) { model(id: $id) { name children(first: 9) { nodes { name sibling { name } parent { name } } } } }`,
      {
        id: family.parent.id,
      },
    );
  expect(await countStatements(api.db, ask)).toBe(1);
  const { data } = await ask();
  expect(data.model.children.nodes).toEqual(
    family.children.map(({ name }, index) => ({
      name,
      sibling: { name: family.children[index ^ 1]!.name },
      parent: { name: 'parent' },
    })),
  );
});

test('strips of many families cost as many statements as one, and show one neuron in each model', async () => {
  const ask = async (first: number) => {
    const { data, errors } = await api.ask(
      `query ($first: Int!) { experiments(first: $first, order: OLDEST) { nodes {
        visualizedNeurons
        strip { ref model { name } visualization { image { url } } }
      } } }`,
      { first },
    );
    expect(errors).toEqual([]);
    return data.experiments.nodes;
  };
  await insertFamily(api.db);
  const one = await countStatements(api.db, () => ask(1));
  const two = await countStatements(api.db, () => ask(2));
  expect(two).toBe(one);
  const [{ strip, visualizedNeurons }] = await ask(1);
  expect(strip.map(({ model }: { model: { name: string } }) => model.name)).toEqual(
    [family.parent, ...family.children, ...family.snapshots].map(({ name }) => name),
  );
  for (const { ref } of strip) expect(ref).toBe(visualizedNeurons[Math.floor(visualizedNeurons.length / 2)]);
});

test('a picture is found by its recipe, and the newest without one', async () => {
  const { data, errors } = await api.ask(
    `query ($id: ID!) { model(id: $id) { neuron(at: "stage1.block0:3") {
      newest: visualization { recipe { preset seed } }
      lucent: visualization(preset: "lucent") { recipe { seed } neuron { ref model { name } } }
      seeded: visualization(preset: "lucent", seed: 8) { id }
    } } }`,
    { id: family.children[0]!.id },
  );
  expect(errors).toEqual([]);
  expect(data.model.neuron).toEqual({
    newest: { recipe: { preset: 'lucent', seed: 7 } },
    lucent: { recipe: { seed: 7 }, neuron: { ref: 'stage1.block0:3', model: { name: 'child-1' } } },
    seeded: null,
  });
});

test('a distance is null while a picture is missing', async () => {
  const { data, errors } = await api.ask(
    `query ($id: ID!, $other: ID!) { model(id: $id) { neuron(at: "stage3.block0:63") {
      visualization { id }
      distanceTo(model: $other) { meanShare }
    } } }`,
    { id: family.children[0]!.id, other: family.parent.id },
  );
  expect(errors).toEqual([]);
  expect(data.model.neuron).toEqual({ visualization: null, distanceTo: null });
});

test('an experiment answers for its configuration, family, measurements and jobs', async () => {
  const { data, errors } = await api.ask(
    `query ($id: ID!) { experiment(id: $id) {
      status seed trainImages error configuration visualizedNeurons startedAt
      dataset { name testImages } architecture { name layers { name position channels } }
      progress { done total unit secondsLeft }
      parent { status parent { id } sparsity maskDigest training { schedule lossByEpoch } evaluation { accuracy { value low high definition } kl { value } brier { value } ambiguity { value } classes { class images accuracy { value } } } }
      models(first: 100) { nodes { name kind status parent { name } experiment { id } visualizedNeurons(first: 1) { totalCount nodes { ref } } } }
      ensembles { name members { name } evaluation { averaging includesParent kl { value } pdr { definition } ambiguity { value } } }
    } }`,
    { id: family.experiment.id },
  );
  expect(errors).toEqual([]);
  const { experiment } = data;
  expect(experiment).toMatchObject({
    status: 'DONE',
    seed: 1,
    trainImages: 16_000,
    error: null,
    dataset: { name: 'mnist', testImages: 10_000 },
    architecture: { name: 'resnet8' },
    progress: { unit: 'jobs', secondsLeft: null },
    parent: { status: 'DONE', parent: null, sparsity: null, maskDigest: null },
  });
  expect(experiment.configuration.ensembles[0]).toEqual({
    pruneAndTune: {
      families: 2,
      pruning: {
        kind: 'anti-random',
        granularity: 'unstructured',
        scope: 'layer',
        sparsity: 0.5,
        children: 2,
      },
      epochs: 0.5,
      maxLearningRate: 0.1,
      checkpoints: 4,
    },
  });
  expect(experiment.architecture.layers.map(({ position }: { position: number }) => position)).toEqual([
    0, 1, 2,
  ]);
  expect(experiment.visualizedNeurons).toEqual(expect.arrayContaining(family.neurons.map(formatNeuronRef)));
  expect(experiment.parent.evaluation).toMatchObject({
    kl: null,
    ambiguity: null,
    brier: { value: 0.03 },
    classes: [
      { class: 0, images: 980, accuracy: { value: 0.99 } },
      { class: 1, images: 0, accuracy: null },
    ],
  });
  expect(experiment.models.nodes.map(({ name }: { name: string }) => name)).toEqual([
    'parent',
    'child-1',
    'child-2',
    'child-3',
    'child-4',
    'snapshot-1',
    'snapshot-2',
  ]);
  for (const model of experiment.models.nodes) {
    expect(model.visualizedNeurons.totalCount).toBe(experiment.visualizedNeurons.length);
    expect(model.visualizedNeurons.nodes[0].ref).toBe(experiment.visualizedNeurons[0]);
  }
  expect(experiment.ensembles).toMatchObject([
    {
      name: 'prune-and-tune',
      evaluation: { averaging: 'mean-softmax', includesParent: false, ambiguity: { value: 0.004 } },
    },
    { name: 'snapshot', members: [{ name: 'snapshot-1' }, { name: 'snapshot-2' }] },
  ]);
});

test('neurons can be asked for by their addresses, in that order, page by page', async () => {
  const ask = async (refs: string[], page: string) => {
    const query = `query ($id: ID!, $refs: [NeuronRef!]!) { model(id: $id) { neuronsAt(refs: $refs, ${page}) { totalCount pageInfo { endCursor } nodes { ref } } } }`;
    const { data, errors } = await api.ask(query, { id: family.parent.id, refs });
    return errors[0]?.message ?? data.model.neuronsAt;
  };
  const [one, two, three] = family.neurons.map(formatNeuronRef) as [string, string, string];
  const first = await ask([three, one, three, two], 'first: 2');
  expect(first).toMatchObject({ totalCount: 3, nodes: [{ ref: three }, { ref: one }] });
  expect(await ask([three, one, two], `first: 2, after: "${first.pageInfo.endCursor}"`)).toMatchObject({
    nodes: [{ ref: two }],
  });
  expect(await ask(['stage9:1'], 'first: 2')).toContain('"stage9:1"');
});

test('a model that waits says so, and a running job says how long it still takes', async () => {
  const [{ id }] = await api.db.query(
    `insert into model (experiment_id, parent_id, name, position, kind, architecture)
     values ($1, $2, 'snapshot-3', 100, 'snapshot', 'resnet8') returning id`,
    [family.experiment.id, family.parent.id],
  );
  const status = async () =>
    (await api.ask('query ($id: ID!) { model(id: $id) { status } }', { id })).data.model.status;
  expect(await status()).toBe('WAITING');
  await api.db.query(
    `insert into job (experiment_id, model_id, name, payload, status, started_at, progress_done, progress_total, progress_unit)
     values ($1, $2, 'train-model', '{}', 'running', now() - interval '10 s', 25, 100, 'steps')`,
    [family.experiment.id, id],
  );
  expect(await status()).toBe('RUNNING');
  const { data } = await api.ask(
    'query ($id: ID!) { experiment(id: $id) { jobs(first: 100) { nodes { name model { name } progress { done total unit secondsLeft } } } } }',
    { id: family.experiment.id },
  );
  const { progress } = data.experiment.jobs.nodes.find(
    (job: { name: string; model: { name: string } | null }) => job.model?.name === 'snapshot-3',
  );
  expect(progress).toMatchObject({ done: 25, total: 100, unit: 'steps' });
  expect(progress.secondsLeft).toBeGreaterThan(29);
  expect(progress.secondsLeft).toBeLessThan(35);
});

test('the catalogue', async () => {
  const { data } = await api.ask(
    '{ architectures { name layers { name } } datasets { name classes channels } }',
  );
  expect(data.architectures).toEqual([
    {
      name: 'resnet8',
      layers: [{ name: 'stage1.block0' }, { name: 'stage2.block0' }, { name: 'stage3.block0' }],
    },
  ]);
  expect(data.datasets).toEqual([{ name: 'mnist', classes: 10, channels: 1 }]);
});

/** Gives the queued pictures hashes that follow from their ids. */
async function hashEveryPicture(): Promise<void> {
  const bits = (hash: HashName, length: number) => `('x' || md5('${hash}' || id))::bit(64)::bit(${length})`;
  await api.db.query(
    `insert into visualization_hashes (visualization_id, model_id, layer, channel, preset, seed, comparable, version, ${hashNames.join(', ')})
     select id, model_id, layer, channel, preset, seed, true, 'imagehash-1', ${hashNames.map((name) => bits(name, name === 'color' ? 42 : 64)).join(', ')}
       from visualization where status = 'queued'`,
  );
}

/** What the graph says of two neurons against a count of their unequal bits. */
function expectDistance(
  neuron: { visualization: { hashes: Hashes }; distanceTo: Record<string, unknown> },
  other: { visualization: { hashes: Hashes } },
): void {
  const expected = hashNames.map((name) => {
    const [one, two] = [neuron, other].map(({ visualization }) => visualization.hashes[name]);
    return { name, bits: unequalBits(one!.hex, two!.hex), of: name === 'color' ? 42 : 64 };
  });
  for (const { name, bits, of } of expected) expect(neuron.distanceTo[name]).toEqual({ bits, of });
  const meanShare = expected.reduce((sum, { bits, of }) => sum + bits / of, 0) / expected.length;
  expect(neuron.distanceTo.meanShare).toBeCloseTo(meanShare, 12);
}

function unequalBits(one: string, two: string): number {
  return [...(BigInt(`0x${one}`) ^ BigInt(`0x${two}`)).toString(2)].filter((bit) => bit === '1').length;
}
