import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ArtifactStore, createArtifactStore } from '../artifacts/artifact-store.ts';
import { publishCatalogue } from '../catalogue/publish-catalogue.ts';
import { entities } from '../database/entities.ts';
import { modelDistances } from '../distances/model-distances.ts';
import { readHashesFrom } from '../distances/read-hashes.ts';
import { LayerMatch } from '../matches/layer-match.entity.ts';
import { OwnImage } from '../own-images/own-image.entity.ts';
import {
  createTestDatabase,
  type Family,
  insertFamily,
  insertGrids,
  insertSaliencyMaps,
  insertTopImages,
  sampleCatalogue,
  storeInserted,
  type TestDatabase,
} from '../testing/index.ts';
import { insertArtifact } from '../testing/insert-artifact.ts';
import { type HeldArchive, holdArchive, sendArchive, withFile } from '../testing/pack-archive.ts';
import { hashNames } from '../visualizations/hash-names.ts';
import { Visualization } from '../visualizations/visualization.entity.ts';
import { archiveTables } from './archive-tables.ts';
import { exportExperiment } from './export-experiment.ts';
import { importExperiment } from './import-experiment.ts';

let here: TestDatabase;
let there: TestDatabase;
let folder: string;
let family: Family;
let archive: HeldArchive;
let store: ArtifactStore;
let storeFolder: string;

beforeAll(async () => {
  here = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'kindred-archive-'));
  family = await insertFamily(here.dataSource);
  const models = [family.parent, ...family.children];
  await insertGrids(here.dataSource, models, { layer: 'stage3.block0', preset: 'quick', seed: 1 });
  await insertSaliencyMaps(here.dataSource, models, { method: 'gradient', target: 'predicted', seed: 1 });
  await insertMatch(family);
  await insertTopImages(here.dataSource, models, 'stage3.block0');
  await insertOwnImage(family);
  const artifacts = createArtifactStore(join(folder, 'here'));
  await storeInserted(here.dataSource, artifacts);
  const files = await exportExperiment(here.dataSource, artifacts, family.experiment.id, join(folder, 'out'));
  archive = await holdArchive(files);
  there = await createTestDatabase();
  await publishCatalogue(there.dataSource, sampleCatalogue);
  storeFolder = await mkdtemp(join(folder, 'there-'));
  store = createArtifactStore(storeFolder);
});
afterAll(async () => {
  await Promise.all([here.drop(), there.drop()]);
  await rm(folder, { recursive: true });
});

const take = (files: HeldArchive) => importExperiment(there.dataSource, store, sendArchive(files));

async function insertMatch({ children: [first, second] }: Family): Promise<void> {
  const floats = new Float32Array(16 * 16).map((_, index) => Math.sin(index));
  await here.dataSource.getRepository(LayerMatch).insert({
    modelId: first!.id,
    otherId: second!.id,
    layer: 'stage1.block0',
    channels: 16,
    dataset: 'mnist',
    dataDigest: 'd'.repeat(64),
    images: 100,
    correlations: Buffer.from(floats.buffer),
    backend: 'cpu',
    codeVersion: 'test',
  });
}

async function insertOwnImage({ experiment: { id: experimentId } }: Family): Promise<void> {
  const imageDigest = await insertArtifact(here.dataSource.manager, 'an own image');
  const image = { name: 'cat.png', width: 3, height: 2, imageIndex: 10_000, imageDigest };
  await here.dataSource.getRepository(OwnImage).insert({ experimentId, ...image });
}

/** All rows of an experiment that an archive has, as text. */
function rowsOf({ dataSource }: TestDatabase): Promise<(readonly [string, { line: string }[]])[]> {
  return Promise.all(
    archiveTables(dataSource).map(async ({ name, columns, of }) => {
      const kept = columns.filter((column) => name !== 'artifact' || column !== 'created_at');
      const list = kept.map((column) => `"${column}"`).join(', ');
      const query = `select row_to_json(of_archive)::text as line from (select ${list} from "${name}" where ${of}) of_archive order by 1`;
      return [name, await dataSource.query(query, [family.experiment.id])] as const;
    }),
  );
}

/** Nothing of an archive is there. */
async function expectNothing(): Promise<void> {
  const counts = archiveTables(there.dataSource).map(async ({ name }) => {
    const [{ count }] = await there.dataSource.query(`select count(*)::integer from "${name}"`);
    return count;
  });
  expect(new Set(await Promise.all(counts))).toEqual(new Set([0]));
  expect(await readdir(storeFolder)).toEqual([]);
}

// biome-ignore lint/suspicious/noExplicitAny: each test knows what it changes.
type Row = Record<string, any>;

/** The rows of a table, with the first changed that is one of those. Ids are drawn, and rows in their order. */
function withRow(
  table: string,
  change: (row: Row) => object,
  isOne: (row: Row) => boolean = () => true,
): HeldArchive {
  const path = `rows/${table}.ndjson`;
  const lines = String(archive.get(path)).trimEnd().split('\n');
  const place = lines.findIndex((line) => isOne(JSON.parse(line)));
  lines[place] = JSON.stringify(change(JSON.parse(lines[place]!)));
  return withFile(archive, path, lines.join('\n'));
}

test('every table is of an archive, follows from one, or is of the people of a server or its workers', () => {
  const stays = [
    'user',
    'workspace',
    'membership',
    'invitation',
    'api_key',
    'audit_entry',
    'note',
    'note_mention',
    'saved_comparison',
  ];
  const known = ['architecture', 'layer', 'dataset', 'running_worker'];
  const follows = ['visualized_neuron'];
  const kept = archiveTables(here.dataSource).map(({ name }) => name);
  const all = entities.map((entity) => here.dataSource.getMetadata(entity).tableName);
  expect([...kept, ...follows, ...stays, ...known].sort()).toEqual(all.sort());
});

test('the tables for analysis have the numbers that the graph gives', async () => {
  const read = async (name: string) =>
    parquetReadObjects({ file: await asyncBufferFromFile(join(folder, 'out/tables', `${name}.parquet`)) });
  const models = await read('models');
  expect(models.map(({ name, sibling }) => [name, sibling]).slice(0, 3)).toEqual([
    ['parent', null],
    ['child-1', 'child-2'],
    ['child-2', 'child-1'],
  ]);
  const evaluations = await read('evaluations');
  expect(evaluations.find(({ name, metric }) => name === 'snapshot' && metric === 'pdr')).toMatchObject({
    members: '["snapshot-1", "snapshot-2"]',
    value: 0.01,
    low: 0.01 * 0.9,
    high: 0.01 * 1.1,
    definition: 'PDR v1',
  });
  const [picture] = await read('visualizations');
  expect(picture).toMatchObject({ model: 'parent', hash_version: 'imagehash-1' });
  expect(String(archive.get(picture!.file))).toMatch(/^picture of parent\//);
  const distances = await read('distances');
  const [first, second] = family.children;
  const { preset } = family.experiment.config.visualize;
  const [computed] = await modelDistances(readHashesFrom(here.dataSource), [
    { from: first!.id, to: second!.id, preset, seed: 1 },
  ]);
  for (const hash of hashNames) {
    const { mean, position } = computed!.hashes[hash];
    expect(distances.find((row) => row.first === 'child-1' && row.hash === hash)).toMatchObject({
      pairs: 'siblings',
      second: 'child-2',
      mean: mean.value,
      low: mean.low,
      position,
    });
  }
  const single = await read('neuron-distances');
  expect(single.filter((row) => row.first === 'child-1')).toHaveLength(
    computed!.neurons.length * hashNames.length,
  );
});

test('what somebody still works on is not exported', async () => {
  const { dataSource } = here;
  await dataSource.query(`update job set status = 'queued' where name = 'evaluate-ensemble'`);
  const out = exportExperiment(dataSource, store, family.experiment.id, join(folder, 'none'));
  await expect(out).rejects.toMatchObject({ code: 'CONFLICT' });
  await dataSource.query(`update job set status = 'done'`);
});

const stranger = '01234567-89ab-4def-8123-456789abcdef';

/** What came, and a part of what is said of it. */
const tampered: [what: string, said: string, tamper: () => HeldArchive][] = [
  ['a file changed', 'is not the file', () => new Map(archive).set('README.md', Buffer.from('else'))],
  ['a file longer than listed', 'is not the file', () => longer('rows/model.ndjson')],
  ['a file that is not listed', 'is not listed', () => new Map(archive).set('more', Buffer.from(''))],
  ['a file left out', 'is missing', () => without('rows/job.ndjson')],
  ['a path that leads out', 'within the archive', () => withFile(archive, '../../etc/passwd', '')],
  ['an absolute path', 'within the archive', () => withFile(archive, '/etc/passwd', '')],
  ['no manifest first', 'not manifest.json', () => new Map([...archive].reverse())],
  ['another format', 'the version that this Kindred knows', () => withManifest({ version: 2 })],
  ['other tables than ours', 'export it again', () => withManifest({ schema: 'Newer1999999999999' })],
  ['an unknown table', 'of no table', () => withFile(archive, 'rows/membership.ndjson', '{}')],
  ['a missing table', 'lacks rows/job.ndjson', () => withFile(archive, 'rows/job.ndjson', null)],
  ['what is no JSON', 'line 1: It is no JSON', () => withFile(archive, 'rows/job.ndjson', 'drop table job')],
  [
    'an unknown column',
    'no column',
    () => withRow('experiment', (row) => ({ ...row, workspace_id: stranger })),
  ],
  ['a missing column', '"bits" is missing', () => withRow('masked_tensor', ({ bits, ...row }) => row)],
  ['a value of another type', 'line 1', () => withRow('model', (row) => ({ ...row, position: 'x' }))],
  [
    'a value beyond its limits',
    'rows/model.ndjson',
    () => withRow('model', (row) => ({ ...row, sparsity: 2 })),
  ],
  ['hashes too short', 'line 1', () => withRow('visualization_hashes', (row) => ({ ...row, color: '01' }))],
  [
    'a number that is text',
    'flops: ',
    () => withRow('model', (row) => ({ ...row, training: { ...row.training, flops: 'many' } })),
  ],
  [
    'another experiment',
    'another experiment',
    () => withRow('experiment', (row) => ({ ...row, id: stranger })),
  ],
  ['a job to be done', 'only what has ended', () => withRow('job', (row) => ({ ...row, status: 'queued' }))],
  [
    'an experiment under way',
    'only what has',
    () => withRow('experiment', (row) => ({ ...row, status: 'running' })),
  ],
  ['an unknown job', 'is no job', () => withRow('job', (row) => ({ ...row, name: 'remove-all' }))],
  [
    'a payload of no such job',
    'payload',
    () => withRow('job', (row) => ({ ...row, payload: { run: 'it' } })),
  ],
  ['a configuration of ours', 'data: ', () => withConfig({ data: null })],
  ['a model of others in a payload', 'names no row', () => withPayload({ modelId: stranger })],
  ['a parent of others', 'parent_id', () => withRow('model', (row) => ({ ...row, parent_id: stranger }))],
  [
    'a picture of another’s model',
    'model_id',
    () => withRow('visualization', (row) => ({ ...row, model_id: stranger })),
  ],
  [
    'hashes of another neuron',
    'of another picture',
    () => withRow('visualization_hashes', (row) => ({ ...row, channel: Number(row.channel) + 1 })),
  ],
  [
    'an own image in place of a test image',
    "aren't counted on",
    () => withRow('own_image', (row) => ({ ...row, image_index: 5 })),
  ],
  ['members of others', 'measured', () => withRow('evaluation', (row) => ({ ...row, members: [stranger] }))],
  ['a neuron that isn’t', 'no neuron', () => withRow('layer_match', (row) => ({ ...row, layer: 'stem9' }))],
  [
    'an architecture that isn’t',
    'architecture vgg',
    () => withRow('model', (row) => ({ ...row, architecture: 'vgg' })),
  ],
  ['an artifact without its file', 'lacks the file', () => withFile(archive, firstWeights(), 'other bytes')],
  [
    'a type that browsers run',
    'no type',
    () => withRow('artifact', (row) => ({ ...row, media_type: 'text/html' })),
  ],
];

function longer(path: string): HeldArchive {
  return new Map(archive).set(path, Buffer.concat([archive.get(path)!, Buffer.from('{}\n')]));
}

function without(path: string): HeldArchive {
  const changed = new Map(archive);
  changed.delete(path);
  return changed;
}

function withManifest(change: object): HeldArchive {
  const manifest = { ...JSON.parse(String(archive.get('manifest.json'))), ...change };
  return new Map(archive).set('manifest.json', Buffer.from(JSON.stringify(manifest)));
}

const withConfig = (change: object) =>
  withRow('experiment', (row) => ({ ...row, config: { ...row.config, ...change } }));

/** Of a job about one model. */
const withPayload = (change: object) =>
  withRow(
    'job',
    (row) => ({ ...row, payload: { ...row.payload, ...change } }),
    ({ payload }) => payload.modelId !== undefined,
  );

const firstWeights = () => [...archive.keys()].find((path) => path.endsWith('weights.safetensors'))!;

test.each(tampered)('an archive with %s is refused, and nothing of it is kept', async (_, said, tamper) => {
  await expect(take(tamper())).rejects.toMatchObject({
    code: expect.stringMatching(/BAD_INPUT|CONFLICT/),
    message: expect.stringContaining(said),
  });
  await expectNothing();
});

test('an archive makes the same rows and files elsewhere, with the same ids', async () => {
  const { experiment, isNew } = await take(archive);
  expect(experiment).toMatchObject({ id: family.experiment.id, importedAt: expect.any(Date) });
  expect(isNew).toBe(true);
  const [ours, theirs] = [await rowsOf(here), await rowsOf(there)];
  expect(theirs).toEqual(ours);
  for (const { line } of new Map(theirs).get('artifact')!) await store.read(JSON.parse(line).digest);
});

test('an archive that is imported again changes nothing, also where more was made since', async () => {
  await take(archive);
  const { id: modelId } = family.parent;
  const wish = { modelId, layer: 'stage1.block0', channel: 0, preset: 'paper', seed: 5 };
  await there.dataSource.getRepository(Visualization).insert(wish);
  const before = await rowsOf(there);
  expect(await take(archive)).toMatchObject({ experiment: { id: family.experiment.id }, isNew: false });
  expect(await rowsOf(there)).toEqual(before);
});

test('an id that is there with other content is refused', async () => {
  await take(archive);
  await there.dataSource.query('update model set sparsity = 0.25 where id = $1', [family.children[0]!.id]);
  const before = await rowsOf(there);
  await expect(take(archive)).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('rows/model.ndjson has a row that is different'),
  });
  expect(await rowsOf(there)).toEqual(before);
});
