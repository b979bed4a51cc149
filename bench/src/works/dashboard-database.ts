import { createApiKey, Membership, migrate, openDatabase, User, Workspace } from '@kindred/core';
import { startTemplateServer } from '@kindred/core/testing/server';
import type { DataSource } from 'typeorm';
import type { Common } from '../rows/row.ts';
import { insertExperiments } from './insert-experiments.ts';

/** So that there is a 500th page of 50. */
const auditEntries = 30_000;

/**
 * A PostgreSQL with a workspace whose experiments have a million pictures, and a key to it.
 * @param usualExperiments those beside the two large ones; with fewer than there are, there are fewer pictures
 */
export async function openDashboardDatabase(
  onPrepared: (share: number) => void,
  usualExperiments?: number,
): Promise<Common> {
  const server = await startTemplateServer(undefined);
  const db = await openDatabase(server.url);
  await migrate(db);
  const { workspaceId, secret } = await insertWorkspace(db);
  await insertExperiments(db, workspaceId, onPrepared, usualExperiments);
  await db.destroy();
  return { variables: { DATABASE_URL: server.url, KINDRED_BENCH_KEY: secret }, stop: server.stop };
}

async function insertWorkspace(db: DataSource): Promise<{ workspaceId: string; secret: string }> {
  const { id: workspaceId } = await db.getRepository(Workspace).save({ name: 'Laboratory' });
  const person = { name: 'Ada', email: 'ada@example.org', emailVerified: true };
  const { id: userId } = await db.getRepository(User).save(person);
  await db.getRepository(Membership).insert({ workspaceId, userId, role: 'admin' });
  const { secret } = await createApiKey(db, { workspaceId, userId, name: 'the bench', role: 'admin' });
  await db.query(
    `insert into audit_entry (at, workspace_id, user_id, action, arguments, outcome)
     select now() - number * interval '1 minute', $1, $2, 'startExperiment', '{"input": {"name": "First look"}}', 'done'
     from generate_series(1, $3::integer) as number`,
    [workspaceId, userId, auditEntries],
  );
  return { workspaceId, secret };
}
