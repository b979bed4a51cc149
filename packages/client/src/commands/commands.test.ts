import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunningApi, runApi } from '@kindred/api/testing';
import { formatNeuronRef } from '@kindred/core';
import { type Family, insertFamily, storeInserted } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runKindred } from './testing/run-kindred.ts';

const example = fileURLToPath(new URL('../../../../docs/examples/experiment.yaml', import.meta.url));
const png = Buffer.from('not really a picture, and nobody looks');

let api: RunningApi;
let family: Family;
let folder: string;
let neuron: string;

beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
  neuron = formatNeuronRef(family.neurons[0]!);
  folder = await mkdtemp(path.join(tmpdir(), 'kindred-cli-'));
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

const run = (...args: string[]) => runKindred(api.url, args);

/** The first row of a query, as soon as there is one. */
async function rowOf(query: string, values: unknown[] = []): Promise<{ id: string }> {
  const read = () => api.db.query(query, values);
  await expect.poll(read, { timeout: 10_000 }).not.toEqual([]);
  return (await read())[0];
}

test('experiments are listed for people, and a JSON line each for programs', async () => {
  const { code, stdout } = await run('experiments');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^ {2}[0-9a-f-]{36} {2}done {2}(\d+)\/\1 {2}\d{4}-.+ {2}First look at MNIST\n$/);
  const [listed, ...others] = (await run('experiments', '--json')).json();
  expect(listed).toMatchObject({ id: family.experiment.id, status: 'DONE', seed: 1 });
  expect(others).toEqual([]);
});

test('the models of an experiment are listed with what was measured of them', async () => {
  const { stdout } = await run('models', 'latest');
  expect(stdout.split('\n')).toHaveLength(1 + 1 + 7 + 1);
  expect(stdout).toMatch(/\n {2}child-1 +98\.00 +\[88\.20, 107\.80\] +0\.0600 /);
  const models = (await run('models', family.experiment.id, '--json')).json();
  expect(models.map(({ name }) => name).slice(0, 3)).toEqual(['parent', 'child-1', 'child-2']);
  expect(models[1]).toMatchObject({ id: family.children[0]!.id, evaluation: { accuracy: { value: 0.98 } } });
});

test('two siblings are compared by five hashes and by their masks', async () => {
  const { code, stdout } = await run('compare', 'latest/child-1', family.children[1]!.id);
  expect(code).toBe(0);
  const [compared] = (await run('compare', 'latest/child-1', 'latest/child-2', '--json')).json();
  const { mean, calibration } = compared.distance.perceptual;
  const row = [
    'perceptual',
    mean.value.toFixed(1),
    `[${mean.low.toFixed(1)}, ${mean.high.toFixed(1)}]`,
    '64',
    calibration.floor.mean.toFixed(1),
    calibration.ceiling.mean.toFixed(1),
    calibration.position.toFixed(2),
    calibration.z.toFixed(2),
  ];
  expect(stdout.split('\n').map((line) => line.trim().split(/ {2,}/))).toContainEqual(row);
  expect(stdout).toContain(mean.definition.replace('perceptual', 'average'));
  expect(stdout).toContain('each is the other’s complement');
  expect(compared.maskOverlap).toMatchObject({ both: 0, neither: 0, complements: true });
});

test('a distance is of one neuron, or of every one that has a picture in both', async () => {
  const [one] = (await run('distance', 'latest/child-1', 'latest/child-2', neuron, '--json')).json();
  const all = (await run('distance', 'latest/child-1', 'latest/child-2', '--json')).json();
  expect(all.map((each) => each.neuron)).toEqual(family.neurons.map(formatNeuronRef));
  expect(all[0].distance.wavelet.bits).toBe(one.distance.wavelet.bits);
  const { stdout } = await run('distance', 'latest/child-1', 'latest/child-2', neuron);
  expect(stdout).toMatch(new RegExp(`\\n {2}${neuron} +${one.distance.average.bits} +\\(`));
});

test('a neuron without a picture has no distance and no hash, and the way to one is told', async () => {
  const distance = await run('distance', 'latest/child-1', 'latest/child-2', 'stage3.block0:63');
  expect([distance.code, distance.stdout]).toEqual([1, '']);
  expect(distance.stderr).toContain('kindred visualize');
  expect((await run('hash', 'latest/child-1', 'stage3.block0:63')).stderr).toContain('kindred visualize');
});

test('the five hashes of a picture are those that are stored', async () => {
  const { stdout } = await run('hash', 'latest/parent', neuron, '--seed', '2');
  const [{ perceptual, color }] = await api.db.query(
    `select hashes.* from visualization_hashes hashes join visualization picture on picture.id = visualization_id
      where picture.model_id = $1 and picture.layer || ':' || picture.channel = $2 and picture.seed = 2`,
    [family.parent.id, neuron],
  );
  expect(stdout).toContain(`\n  perceptual  ${BigInt(`0b${perceptual}`).toString(16).padStart(16, '0')}\n`);
  const [told] = (await run('hash', 'latest/parent', neuron, '--seed', '2', '--json')).json();
  expect(told).toMatchObject({ neuron, seed: 2, preset: 'quick', version: 'imagehash-1' });
  expect(BigInt(`0x${told.color}`)).toBe(BigInt(`0b${color}`));
});

test('pictures are asked for, waited for, and saved', async () => {
  const imageDigest = await api.artifacts.put(png, 'image/png', api.db);
  const asked = run(
    'visualize',
    'latest/child-1',
    'stage1.block0:3',
    'stage1.block0:4',
    '--seed',
    '9',
    '--out',
    `${folder}/new`,
    '--json',
  );
  await rowOf('select id from visualization where seed = 9 and channel = 4');
  await api.db.query(
    `update visualization set image_digest = case channel when 3 then $1 end, width = 64, height = 64,
            error = case channel when 4 then 'Out of memory.' end,
            status = case channel when 3 then 'done' else 'failed' end where seed = 9`,
    [imageDigest],
  );
  const { code, json, stderr } = await asked;
  const file = path.join(folder, 'new', 'child-1-stage1.block0-3-quick-9.png');
  expect(json()).toEqual([
    { neuron: 'stage1.block0:3', file, error: null },
    { neuron: 'stage1.block0:4', file: null, error: 'Out of memory.' },
  ]);
  expect(await readFile(file)).toEqual(png);
  expect(code).toBe(1);
  expect(stderr).toContain('stage1.block0:4: Out of memory.\n');
});

test('the example experiment is started, and only started if one wants', async () => {
  const { code, json } = await run('run', example, '--detach', '--json');
  expect(code).toBe(0);
  expect(json()).toEqual([expect.objectContaining({ name: 'A look at MNIST', status: 'QUEUED' })]);
});

test.each([
  ['done', 0, null, /^$/],
  ['failed', 1, 'Out of memory.', /The experiment failed: Out of memory\.\n$/],
])(
  'an experiment is followed until it is %s, which is told by the exit code',
  async (status, exit, error, said) => {
    const file = path.join(folder, `${status}.yaml`);
    await writeFile(file, (await readFile(example, 'utf8')).replace('A look at MNIST', `To be ${status}`));
    const followed = run('run', file);
    const { id } = await rowOf('select id from experiment where name = $1', [`To be ${status}`]);
    await api.db.query(
      'update job set status = $2, error = $3, finished_at = now() where experiment_id = $1',
      [id, status, error],
    );
    await api.db.query('update experiment set status = $2 where id = $1', [id, status]);
    const { code, stdout, stderr } = await followed;
    expect(code).toBe(exit);
    expect(stderr).toMatch(/^Started [0-9a-f-]{36}\./);
    expect(stderr).toMatch(/\n(\d+) of \d+ jobs done\n/);
    expect(stderr.split('jobs done\n').at(-1)).toMatch(said);
    expect(stdout).toContain(`To be ${status}: mnist, 4000 images to train on, 2000 to test; seed 1\n`);
    expect(stdout).toMatch(/\n {2}child-4 +–/);
  },
);

test('a wrong file is told by line and column, and nothing is sent', async () => {
  const file = path.join(folder, 'wrong.yaml');
  await writeFile(file, (await readFile(example, 'utf8')).replace('epochs: 1', 'epochs: -1'));
  const { code, stderr } = await runKindred('http://127.0.0.1:9', ['run', file]);
  expect(code).toBe(1);
  expect(stderr).toBe(`${file}:14:11: parent.epochs must be >= 0 (got -1)\n`);
});

test('the doctor finds all well, and jobs that nobody takes', async () => {
  await api.db.query(`update job set status = 'done' where status <> 'done'`);
  const well = await run('doctor');
  expect([well.code, well.stderr]).toEqual([0, '']);
  expect(well.stdout.split('\n').map((line) => line.trim().split(/ {2,}/).slice(0, 2))).toEqual([
    ...['API', 'versions', 'database', 'catalogue', 'workers', 'disk'].map((what) => ['ok', what]),
    [''],
  ]);
  await run('run', example, '--detach');
  const [ill] = (await run('doctor', '--json')).json();
  expect(ill.checks.filter((check: { well: boolean }) => !check.well)).toEqual([
    { what: 'workers', well: false, found: expect.stringContaining('1 are queued: no worker takes them') },
  ]);
});

test('where nothing listens, the doctor says what to do', async () => {
  const { code, stdout } = await runKindred('http://127.0.0.1:9', ['doctor']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^ {2}no {2}API {2}http:\/\/127\.0\.0\.1:9\/health can’t be reached: run npm start/);
});

test('an experiment is exported into a folder, and what is imported from it is the same', async () => {
  await storeInserted(api.db, api.artifacts);
  const { id, name } = family.experiment;
  const out = path.join(folder, 'out');
  const [exported] = (await run('export', id, '--to', out, '--json')).json();
  expect(exported).toMatchObject({ id, name, folder: out, files: expect.any(Number) });
  expect(await readdir(out)).toEqual(['README.md', 'manifest.json', 'models', 'rows', 'tables']);
  const { files } = JSON.parse(await readFile(path.join(out, 'manifest.json'), 'utf8'));
  expect(files).toHaveLength(exported.files);
  expect(String(await readFile(path.join(out, 'models/child-1/mask.safetensors')))).toBe('mask of child-1');
  expect((await run('import', out, '--json')).json()).toEqual([{ id, name, isNew: false }]);
});

test('an export leaves a folder alone that holds something, and nothing behind where it fails', async () => {
  const full = path.join(folder, 'out');
  expect(await run('export', 'latest', '--to', full)).toMatchObject({ code: 1, stdout: '' });
  await api.db.query(`update job set status = 'queued' where experiment_id = $1`, [family.experiment.id]);
  const { code, stderr } = await run('export', family.experiment.id, '--to', path.join(folder, 'open'));
  expect([code, stderr]).toEqual([1, expect.stringContaining('still to be done')]);
  expect((await readdir(folder)).filter((name) => name.startsWith('open'))).toEqual([]);
  expect((await run('export', 'latest')).code).toBe(2);
});

test('an import sends nothing that lies outside of its folder', async () => {
  const out = path.join(folder, 'out');
  const secret = path.join(folder, 'secret');
  const readMe = path.join(out, 'README.md');
  await writeFile(secret, await readFile(readMe));
  await rm(readMe);
  await symlink(secret, readMe);
  const { code, stderr } = await run('import', out);
  expect([code, stderr]).toEqual([1, expect.stringContaining('README.md leads out of it')]);
  await rm(out, { recursive: true });
  expect((await run('import', out)).stderr).toContain('There is no manifest.json');
});
