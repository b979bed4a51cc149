import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { requireCurrentSchema } from '../database/require-current-schema.ts';

const patienceMs = 3_000;

/** In words for anyone what keeps a process from its work: the database, its schema or the store; null where nothing does. */
export async function whyNotReady(db: DataSource, artifacts: ArtifactStore): Promise<string | null> {
  const checks: [reason: string, check: () => Promise<unknown>][] = [
    ['The database does not answer.', () => db.query('select 1')],
    ['The database belongs to another version of Kindred.', () => requireCurrentSchema(db)],
    ['The store of artifacts can’t be written to.', () => artifacts.tryWriting()],
  ];
  for (const [reason, check] of checks) if (!(await passes(check))) return reason;
  return null;
}

/** False also for what takes too long. */
function passes(check: () => Promise<unknown>): Promise<boolean> {
  const passed = check().then(
    () => true,
    () => false,
  );
  return Promise.race([passed, sleep(patienceMs, false, { ref: false })]);
}
