import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type ArtifactStore,
  checkBackup,
  createArtifactStore,
  Evaluation,
  Model,
  restoreBackup,
  Visualization,
  writeBackup,
} from '@kindred/core';
import { createTestDatabase, type Family, insertFamily, type TestDatabase } from '@kindred/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer } from './server.ts';
import { createServices } from './services.ts';
import { ask, type RunningApi, runApi } from './testing/run-api.ts';

let api: RunningApi;
let family: Family;
let folder: string;
let database: TestDatabase;
let artifacts: ArtifactStore;
let written: { before: number; after: number };
const backup = () => join(folder, 'backup');

/** A family with its files, backed up while others write, and restored elsewhere. */
beforeAll(async () => {
  api = await runApi();
  family = await insertFamily(api.db);
  await keepFiles(api);
  folder = await mkdtemp(join(tmpdir(), 'kindred-backup-'));
  const writer = startWriting(api);
  const before = await writer.untilWritten(2);
  await writeBackup(api.databaseUrl, api.artifacts, backup());
  written = { before, after: await writer.stop() };

  database = await createTestDatabase({ empty: true });
  artifacts = createArtifactStore(join(folder, 'restored'));
  await restoreBackup(database.url, artifacts, backup());
}, 60_000);
afterAll(async () => {
  await database.drop();
  await api.close();
  await rm(folder, { recursive: true });
});

/** The files of the artifacts that `insertFamily` has rows of. */
async function keepFiles({ db, artifacts }: RunningApi): Promise<void> {
  const models = await db.getRepository(Model).find();
  const evaluations = await db.getRepository(Evaluation).find();
  const pictures = await db.getRepository(Visualization).find({ relations: { model: true } });
  const contents = [
    ...models.flatMap(({ name }) => [`weights of ${name}`, `mask of ${name}`]),
    ...evaluations.map(({ name }) => `logits of ${name}`),
    ...pictures.map(
      ({ model, layer, channel, seed }) => `picture of ${model.name}/${layer}:${channel}/${seed}`,
    ),
  ];
  await Promise.all(contents.map((content) => artifacts.keep(Buffer.from(content))));
}

/** Keeps on writing two rows a transaction. */
function startWriting({ db }: RunningApi) {
  let count = 0;
  let stopped = false;
  const writing = (async () => {
    for (; !stopped; count++) {
      await pause(5);
      await db.query(
        `insert into dataset select name, 'a pair', 2, 1, 1, 1, 1, 1 from unnest($1::text[]) name`,
        [[`left ${count}`, `right ${count}`]],
      );
    }
  })();
  return {
    async untilWritten(least: number): Promise<number> {
      while (count < least) await pause(10);
      return count;
    },
    async stop(): Promise<number> {
      stopped = true;
      await writing;
      return count;
    },
  };
}

test('what is restored elsewhere has the same rows and files, and the graph answers the same', async () => {
  const rowsOf = async ({ db }: Pick<RunningApi, 'db'>, table: string) =>
    db.query(`select md5(string_agg(t::text, '\n' order by t::text)), count(*)::integer from ${table} t`);
  const { tables } = await checkBackup(backup());
  for (const { name } of tables.filter(({ name }) => name !== 'public.dataset'))
    expect([name, await rowsOf({ db: database.dataSource }, name)]).toEqual([name, await rowsOf(api, name)]);
  const { weightsDigest } = family.parent;
  expect(await artifacts.read(weightsDigest!)).toEqual(await api.artifacts.read(weightsDigest!));

  const [neuron] = family.neurons;
  const query = `query ($id: ID!, $sibling: ID!) {
    node(id: "${family.experiment.id}") { ... on Experiment { name configuration jobs(first: 100) { nodes { id name status } } } }
    model(id: $id) {
      name weightsDigest evaluation { accuracy { value low high } }
      neuron(at: "${neuron!.layer}:${neuron!.channel}") {
        visualization { image { digest } hashes { perceptual { hex } } }
        distanceTo(model: $sibling) { perceptual { bits } }
      }
    }
  }`;
  const [one, other] = family.children;
  const variables = { id: one!.id, sibling: other!.id };
  const server = createServer(createServices({ ...api, db: database.dataSource, artifacts }));
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  const answer = await ask(url, query, variables);
  expect(answer.errors).toEqual([]);
  expect(answer).toEqual(await api.ask(query, variables));
  await server.close();
});

test('a backup is of one moment, whatever is written meanwhile', async () => {
  const [{ left, right }] = await database.dataSource.query(
    `select count(*) filter (where name like 'left%')::integer as left,
            count(*) filter (where name like 'right%')::integer as right from dataset`,
  );
  expect(left).toBe(right);
  expect(left).toBeGreaterThanOrEqual(written.before);
  expect(left).toBeLessThanOrEqual(written.after);
});

test('a damaged backup is refused before anything is written', async () => {
  const empty = await createTestDatabase({ empty: true });
  const restore = () => restoreBackup(empty.url, artifacts, backup());
  const digest = family.parent.weightsDigest!;
  const files = ['tables/public.model.copy', `artifacts/${digest.slice(0, 2)}/${digest.slice(2)}`];
  for (const file of files.map((name) => join(backup(), name))) {
    const whole = await readFile(file);
    await appendFile(file, 'x');
    await expect(restore()).rejects.toThrow(`This backup is damaged: ${file} is lost or was altered.`);
    await rm(file);
    await expect(restore()).rejects.toThrow(`This backup is damaged: ${file} is lost or was altered.`);
    await writeFile(file, whole);
  }
  expect(await empty.dataSource.query(`select to_regclass('experiment') as found`)).toEqual([
    { found: null },
  ]);
  await empty.drop();
});

test('an older backup is not put into newer tables', async () => {
  const manifestFile = join(backup(), 'manifest.json');
  const whole = await readFile(manifestFile, 'utf8');
  const manifest = JSON.parse(whole);
  const migrated = await createTestDatabase();
  await writeFile(
    manifestFile,
    JSON.stringify({ ...manifest, migrations: manifest.migrations.slice(0, -1) }),
  );
  await expect(restoreBackup(migrated.url, api.artifacts, backup())).rejects.toThrow(
    `newer than the backup, by ${manifest.migrations.at(-1)}`,
  );
  await writeFile(manifestFile, whole);
  await migrated.drop();
});

test('nothing is overwritten, and a folder without a manifest is no backup', async () => {
  await expect(writeBackup(api.databaseUrl, api.artifacts, backup())).rejects.toThrow("isn't empty");
  await expect(restoreBackup(api.databaseUrl, api.artifacts, backup())).rejects.toThrow(
    'There are experiments or people in this database already',
  );
  await expect(checkBackup(folder)).rejects.toThrow('holds no manifest.json');
});
