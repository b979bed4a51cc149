import type { DataSource } from 'typeorm';

/**
 * Records a failed attempt. Final: the job failed with a reason for a person, the jobs that wait for it are cancelled, its
 * pictures and its experiment failed. Not final: it is queued again.
 */
export async function failJob(
  db: DataSource,
  id: string,
  error: unknown,
  { final }: { final: boolean },
): Promise<void> {
  throw new Error(`${db} ${id} ${error} ${final}`);
}
