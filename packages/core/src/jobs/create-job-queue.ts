import type { PgBoss } from 'pg-boss';
import { deliveryGroup } from './delivery-group.ts';
import { deliveryPriorities } from './delivery-priority.ts';
import { deliveryQueue } from './delivery-queue.ts';
import type { JobQueue } from './job-queue.ts';
import { labelsOfJobs } from './labels-of-jobs.ts';
import { startWorker, type Worker } from './start-worker.ts';
import { transactionConnection } from './transaction-connection.ts';

/** Milliseconds that pg-boss gets for its own. */
const stopTimeoutMs = 5_000;

/** @param url of the database, where workers listen for jobs that are cancelled */
export function createJobQueue(boss: PgBoss, url: string): JobQueue {
  const workers: Worker[] = [];
  return {
    async enqueue(transaction, jobs) {
      if (jobs.length === 0) return;
      const priorities = await deliveryPriorities(transaction, jobs);
      const labels = await labelsOfJobs(
        transaction,
        jobs.map(({ id }) => id),
      );
      const deliveries = jobs.map(({ id }, i) => ({
        data: { jobId: id },
        singletonKey: id,
        priority: priorities[i],
        group: deliveryGroup(labels.get(id) ?? []),
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
