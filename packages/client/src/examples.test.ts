import { execFile, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type RunningApi, runApi } from '@kindred/api/testing';
import { type Family, insertFamily } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const fileOf = (name: string) => fileURLToPath(new URL(`../../../docs/examples/${name}`, import.meta.url));
const isHere = (command: string) => spawnSync(command, ['--version']).status === 0;

let api: RunningApi;
let families: [Family, Family];
let ids: string[];

/** Two families of which the second's siblings have the same pictures. */
beforeAll(async () => {
  api = await runApi();
  families = [await insertFamily(api.db), await insertFamily(api.db)];
  ids = families.map(({ experiment }) => experiment.id);
  await api.db.query(
    'update visualization_hashes set perceptual = repeat($2, 64)::bit(64) where model_id = any($1)',
    [families[1].children.map(({ id }) => id), '0'],
  );
});
afterAll(() => api.close());

async function run(command: string, ...args: string[]): Promise<string> {
  const env = { ...process.env, KINDRED_URL: `${api.url}/graphql` };
  return (await promisify(execFile)(command, args, { env })).stdout;
}

/** What the graph says itself of the first family's siblings against the second's. */
async function measured([one, other]: readonly string[]) {
  const { data } = await api.ask(
    `query ($one: ID!, $other: ID!) { experiment(id: $one) {
      diversityTest(of: SIBLINGS, against: SIBLINGS, experiment: $other) { neurons perceptual { effect { value } p } }
    } }`,
    { one, other },
  );
  const { neurons, perceptual } = data.experiment.diversityTest;
  return { neurons, effect: perceptual.effect.value, p: perceptual.p };
}

/** What the examples in TypeScript and Python print. */
async function comparison(compared: readonly string[]): Promise<string> {
  const { neurons, effect, p } = await measured(compared);
  const family = [
    'First look at MNIST',
    '  prune-and-tune: accuracy 0.9800 [0.8820, 1.0780]',
    '  snapshot: accuracy 0.9800 [0.8820, 1.0780]',
  ];
  const test = `Siblings of the first are ${effect.toFixed(2)} bits farther apart, mean over ${neurons} neurons; p ${p.toFixed(4)}`;
  return `${[...family, ...family, test].join('\n')}\n`;
}

test('the second family’s siblings are closer, which is what there is to find', async () => {
  expect((await measured(ids)).effect).toBeGreaterThan(20);
});

test('the two newest families are compared in TypeScript', async () => {
  const printed = await run(process.execPath, '--import', tsx, fileOf('compare-families.ts'));
  expect(printed).toBe(await comparison(ids.toReversed()));
});

test('two families are compared in Python, with its standard library alone', async ({ skip }) => {
  skip(!isHere('python3'), 'There is no python3 on this machine.');
  expect(await run('python3', fileOf('compare_families.py'), ...ids)).toBe(await comparison(ids));
  const refused = run('python3', fileOf('compare_families.py'), ids[0]!, 'nope');
  await expect(refused).rejects.toThrow('"nope" is not the id of an experiment');
});

test('two families are compared with curl', async ({ skip }) => {
  skip(!isHere('curl'), 'There is no curl on this machine.');
  const { data } = JSON.parse(await run('sh', fileOf('compare-families.sh'), ...ids));
  const { effect, p } = await measured(ids);
  expect(data.one.diversityTest.perceptual).toEqual({ effect: { value: effect }, p });
  expect(data.other).toMatchObject({
    name: 'First look at MNIST',
    ensembles: [{ name: 'prune-and-tune' }, {}],
  });
});
