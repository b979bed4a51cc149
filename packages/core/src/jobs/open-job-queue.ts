import { PgBoss } from 'pg-boss';
import { createJobQueue } from './create-job-queue.ts';
import { abandonedQueue, deliveryQueue } from './delivery-queue.ts';
import type { JobQueue } from './job-queue.ts';

export interface JobQueueOptions {
  /** Watch over jobs whose worker died. Workers do, the API needn't; default true. */
  supervise?: boolean;
  /** Told of trouble in the background, such as a lost connection; default console.error. */
  onError?: (error: Error) => void;
}

/** Opens the queue, and lays out its schema where it is new. */
export async function openJobQueue(url: string, options: JobQueueOptions = {}): Promise<JobQueue> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'kindred queue',
    schema: 'pgboss',
    max: 5,
    supervise: options.supervise ?? true,
    // A worker that died is noticed after one missed heartbeat and one of these rounds.
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', options.onError ?? console.error);
  await boss.start();
  await boss.createQueue(abandonedQueue);
  await boss.createQueue(deliveryQueue, {
    deadLetter: abandonedQueue,
    heartbeatSeconds: 10,
    // Training may take most of a day; a worker that died is known by its heartbeat.
    expireInSeconds: 23 * 60 * 60,
    retryLimit: 2,
    retryBackoff: true,
    retryDelayMax: 30,
  });
  return createJobQueue(boss, url);
}
