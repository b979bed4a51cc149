import { migrations } from '@kindred/migrations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { requireCurrentSchema } from './require-current-schema.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('a database of another version is refused, older or newer, and what to do is told', async () => {
  const { dataSource } = database;
  await requireCurrentSchema(dataSource);
  const last = migrations.at(-1)!.name;
  await dataSource.query('delete from migration where name = $1', [last]);
  await expect(requireCurrentSchema(dataSource)).rejects.toThrow(
    `older Kindred: it lacks the change ${last}`,
  );
  await dataSource.query('insert into migration (timestamp, name) values (1, $1), (9, $2)', [last, 'Later9']);
  await expect(requireCurrentSchema(dataSource)).rejects.toThrow('newer Kindred: it has the change Later9');
});
