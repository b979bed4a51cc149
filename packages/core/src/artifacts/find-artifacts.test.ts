import { afterAll, beforeAll, expect, test } from 'vitest';
import { Workspace } from '../access/workspace.entity.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import {
  createTestDatabase,
  type Family,
  insertCheckpointPictures,
  insertFamily,
  insertGrids,
  insertSaliencyMaps,
  type TestDatabase,
} from '../testing/index.ts';
import { artifactKinds, namingColumns } from './artifact-kinds.ts';
import { findArtifact, findArtifacts } from './find-artifact.ts';
import { type ArtifactPlace, countArtifactUses, findArtifactUses } from './find-artifact-uses.ts';

let database: TestDatabase;
let family: Family;
let subject: { experimentId: string };
beforeAll(async () => {
  database = await createTestDatabase();
  family = await insertFamily(database.dataSource);
  subject = { experimentId: family.experiment.id };
  await insertCheckpointPictures(database.dataSource, family, family.children.slice(0, 1));
  await insertSaliencyMaps(database.dataSource, [family.parent], {
    method: 'gradient',
    target: 'label',
    seed: 1,
  });
  await insertGrids(database.dataSource, [family.parent], {
    layer: 'stage1.block0',
    preset: 'quick',
    seed: 1,
  });
});
afterAll(() => database.drop());

test('every column that names an artifact is known', async () => {
  const rows: { place: string }[] = await database.dataSource.query(
    `select conrelid::regclass || '.' || attname as place
       from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      where contype = 'f' and confrelid = 'artifact'::regclass`,
  );
  const known = Object.values(namingColumns).map(({ rows, digest }) => `${rows.split(' ')[0]}.${digest}`);
  expect(known.sort()).toEqual(rows.map(({ place }) => place).sort());
});

test('pages list every file that a family names once, in order, and as many as are counted', async () => {
  const total = await countArtifactUses(database.dataSource, subject);
  const places: ArtifactPlace[] = [];
  for (;;) {
    const page = { ...subject, first: 100, after: places.at(-1) };
    const uses = await findArtifactUses(database.dataSource, page);
    for (const { kind, artifact, place } of uses.slice(0, 100)) {
      expect([artifactKinds[place[0]], artifact.digest]).toEqual([
        kind,
        expect.stringMatching(/^[0-9a-f]{64}$/),
      ]);
      places.push(place);
    }
    if (uses.length <= 100) break;
  }
  expect(total).toBeGreaterThan(100);
  expect(new Set(places.map(String)).size).toBe(total);
  expect(places).toHaveLength(total);
});

test('a model has its own files, of the kinds that are asked for', async () => {
  const [child] = family.children;
  const uses = await findArtifactUses(database.dataSource, {
    ...subject,
    modelId: child!.id,
    kinds: ['logits', 'mask', 'weights'],
    first: 10,
  });
  expect(uses.map(({ kind, modelId }) => [kind, modelId])).toEqual([
    ['weights', child!.id],
    ['mask', child!.id],
    ['logits', child!.id],
  ]);
  expect(uses[0]!.artifact.digest).toBe(child!.weightsDigest);
  expect(await findArtifactUses(database.dataSource, { ...subject, kinds: [], first: 10 })).toEqual([]);
});

test('an artifact of every kind is found in the workspace whose experiment names it, and in no other', async () => {
  const workspaces = database.dataSource.getRepository(Workspace);
  const [ours, theirs] = await workspaces.save([{ name: 'Ours' }, { name: 'Theirs' }]);
  const { id } = family.experiment;
  await database.dataSource.getRepository(Experiment).update({ id }, { workspaceId: ours!.id });
  const found = new Map<string, string>();
  for (const kind of artifactKinds) {
    const [use] = await findArtifactUses(database.dataSource, { ...subject, kinds: [kind], first: 1 });
    if (!use) continue;
    const { digest } = use.artifact;
    found.set(kind, digest);
    expect(await findArtifact(database.dataSource, digest, ours!.id)).toMatchObject({ digest });
    expect(await findArtifact(database.dataSource, digest, null)).toMatchObject({ digest });
    expect(await findArtifact(database.dataSource, digest, theirs!.id)).toBeNull();
  }
  const digests = [...new Set(found.values())];
  expect(await findArtifacts(database.dataSource, digests, ours!.id)).toHaveLength(digests.length);
  expect(await findArtifacts(database.dataSource, digests, theirs!.id)).toEqual([]);
  expect([...found.keys()]).toEqual(
    expect.arrayContaining(['weights', 'mask', 'logits', 'picture', 'grid', 'test-image']),
  );
});
