import { In } from 'typeorm';
import type { Database } from '../database/database.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { wantedLabels } from './labels.ts';

/** What experiments want of a worker and none that runs has, by their ids; those that any worker can do are left out. */
export async function findMissingLabels(
  db: Database,
  experimentIds: readonly string[],
): Promise<Map<string, string[]>> {
  const workers: { labels: string[] }[] = await db.query(
    `select labels from running_worker where seen_at > now() - interval '15 seconds'`,
  );
  const experiments = await db
    .getRepository(Experiment)
    .find({ select: { id: true, config: true }, where: { id: In([...experimentIds]) } });
  const missing = experiments.map(
    ({ id, config }) => [id, missingLabels(wantedLabels(config), workers)] as const,
  );
  return new Map(missing.flatMap(([id, labels]) => (labels ? [[id, labels] as const] : [])));
}

/** Null where a worker has all; else those that none has, or all of them where some have each but none the lot. */
function missingLabels(wanted: readonly string[], workers: readonly { labels: string[] }[]): string[] | null {
  if (workers.some(({ labels }) => wanted.every((label) => labels.includes(label)))) return null;
  const nobodys = wanted.filter((label) => !workers.some(({ labels }) => labels.includes(label)));
  return nobodys.length > 0 ? nobodys : [...wanted];
}
