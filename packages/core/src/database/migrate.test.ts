import { migrations } from '@kindred/migrations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, insertFamily, type TestDatabase } from '../testing/index.ts';
import { migrate } from './migrate.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('the migrated schema is the one that the entities describe', async () => {
  const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

test('check constraints say the same in entities and in migrations', async () => {
  const declared = database.dataSource.entityMetadatas.flatMap(({ checks }) => checks);
  for (const { name, expression, entityMetadata } of declared) {
    const table = entityMetadata.tableName;
    const [{ twin }] = await database.dataSource.transaction(async (transaction) => {
      await transaction.query(`alter table ${table} add constraint twin check (${expression})`);
      const definition = `pg_get_constraintdef(c.oid)`;
      const rows = await transaction.query(
        `select count(distinct ${definition})::integer as twin from pg_constraint c
         where conrelid = $1::regclass and conname in ($2, 'twin')`,
        [table, name],
      );
      await transaction.query(`alter table ${table} drop constraint twin`);
      return rows;
    });
    expect([name, twin]).toEqual([name, 1]);
  }
});

test('a migrated database has nothing left to migrate, whoever asks at the same time', async () => {
  const ran = await Promise.all([migrate(database.dataSource), migrate(database.dataSource)]);
  expect(ran).toEqual([[], []]);
});

test('what was asked for and queued before there were recipes stays so, back and forth', async () => {
  const { dataSource } = database;
  await insertFamily(dataSource);
  const kept = () =>
    dataSource.query(`
      select config -> 'ensembles' as asked, json_agg(json_build_array(job.name, payload) order by job.id) as jobs
      from experiment join job on job.experiment_id = experiment.id group by experiment.id`);
  const place = migrations.findIndex(({ name }) => name.startsWith('MethodsAndRecipes'));
  const [migration, ...later] = migrations.slice(place).map((Migration) => new Migration());
  const runner = dataSource.createQueryRunner();
  try {
    for (const one of later.toReversed()) await one.down(runner);
    const before = await kept();
    await migration!.down(runner);
    const [{ jobs }] = await kept();
    expect(new Set(jobs.map(([name]: [string]) => name))).toContain('train-snapshot');
    await migration!.up(runner);
    expect(await kept()).toEqual(before);
    for (const one of later) await one.up(runner);
  } finally {
    await runner.release();
  }
});
