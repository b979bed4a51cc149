import type { PgBoss } from 'pg-boss';
import { deliveryPriorities } from './delivery-priority.ts';
import { deliveryQueue } from './delivery-queue.ts';
import type { JobQueue } from './job-queue.ts';
import { startWorker, type Worker } from './start-worker.ts';
import { transactionConnection } from './transaction-connection.ts';

/** Milliseconds that running jobs get to notice their signal. */
const stopTimeoutMs = 5_000;

export function createJobQueue(boss: PgBoss): JobQueue {
  const workers: Worker[] = [];
  return {
    async enqueue(transaction, jobs) {
      if (jobs.length === 0) return;
      const priorities = await deliveryPriorities(transaction, jobs);
      const deliveries = jobs.map(({ id }, i) => ({
        data: { jobId: id },
        singletonKey: id,
        priority: priorities[i],
      }));
      await boss.insert(deliveryQueue, deliveries, { db: transactionConnection(transaction) });
    },

    async isDelivered(jobId) {
      const deliveries = await boss.findJobs(deliveryQueue, { key: jobId });
      return deliveries.some(({ state }) => state === 'created' || state === 'retry' || state === 'active');
    },

    async work(options) {
      workers.push(await startWorker(boss, options));
    },

    async stop() {
      try {
        await Promise.all(workers.map((worker) => worker.giveBack()));
      } finally {
        await boss.stop({ graceful: true, timeout: stopTimeoutMs });
      }
    },
  };
}
