import type { DeliverableJob, JobQueue } from '../jobs/job-queue.ts';

/** A queue that delivers nothing and remembers what it was given, for tests of what the tables say. */
export interface InertQueue extends JobQueue {
  enqueued: DeliverableJob[];
}

export function createInertQueue(): InertQueue {
  const enqueued: DeliverableJob[] = [];
  return {
    enqueued,
    enqueue: async (_, jobs) => void enqueued.push(...jobs),
    withdraw: async (_, jobIds) => {
      const left = enqueued.filter(({ id }) => !jobIds.includes(id));
      enqueued.splice(0, enqueued.length, ...left);
    },
    isDelivered: async (jobId) => enqueued.some(({ id }) => id === jobId),
    work: async () => {},
    stop: async () => {},
  };
}
