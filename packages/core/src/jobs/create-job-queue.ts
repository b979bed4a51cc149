import type { PgBoss } from 'pg-boss';
import { deliveryPriorities } from './delivery-priority.ts';
import { deliveryQueue } from './delivery-queue.ts';
import type { JobQueue } from './job-queue.ts';
import { startWorker, type Worker } from './start-worker.ts';
import { transactionConnection } from './transaction-connection.ts';

/** Milliseconds that running jobs get to notice their signal. */
const stopTimeoutMs = 5_000;

/** @param url of the database, where workers listen for jobs that are cancelled */
export function createJobQueue(boss: PgBoss, url: string): JobQueue {
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

    async withdraw(transaction, jobIds) {
      const db = transactionConnection(transaction);
      for (const key of jobIds) {
        const deliveries = await boss.findJobs(deliveryQueue, { key, db });
        const ids = deliveries.map(({ id }) => id);
        if (ids.length > 0) await boss.deleteJob(deliveryQueue, ids, { db });
      }
    },

    async isDelivered(jobId) {
      const deliveries = await boss.findJobs(deliveryQueue, { key: jobId });
      return deliveries.some(({ state }) => state === 'created' || state === 'retry' || state === 'active');
    },

    async work(options) {
      workers.push(await startWorker(boss, url, options));
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
