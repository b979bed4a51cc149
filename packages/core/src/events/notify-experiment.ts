import type { Database } from '../database/database.ts';
import { experimentChannel } from './experiment-channel.ts';

/** Tells listeners that something about the experiment changed, once the transaction commits. */
export async function notifyExperiment(db: Database, experimentId: string): Promise<void> {
  await db.query('select pg_notify($1, $2)', [experimentChannel, experimentId]);
}
