import { setTimeout as sleep } from 'node:timers/promises';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { outlast } from '../errors/outlast.ts';
import { groupLabels } from './delivery-group.ts';
import { type Delivery, deliveryQueue } from './delivery-queue.ts';
import { redeliveryOptions } from './redelivery-options.ts';

/** Between looks into a queue that has nothing for us. */
const pollMs = 500;

/** Well within the queue's heartbeat. */
const beatMs = 3_000;

interface TakeOptions {
  /** Deliveries at a time. */
  concurrency: number;
  /** What this worker has; a delivery that wants more is left to others. */
  labels: readonly string[];
  /** Rejects for the delivery to be tried again. Its signal aborts when the delivery isn't ours any more. */
  attempt(delivery: JobWithMetadata<Delivery>, lost: AbortSignal): Promise<void>;
}

/**
 * Takes deliveries until the signal aborts; resolves when those under way have ended. pg-boss's own loop takes whatever lies in a
 * queue, and can't leave out what a worker has no labels for.
 */
export async function takeDeliveries(
  boss: PgBoss,
  { concurrency, labels, attempt }: TakeOptions,
  stopping: AbortSignal,
): Promise<void> {
  // Groups that want more than we have, as they are met.
  const others = new Set<string>();

  async function next(): Promise<JobWithMetadata<Delivery> | undefined> {
    for (;;) {
      const [delivery] = await boss.fetch<Delivery>(deliveryQueue, {
        includeMetadata: true,
        ignoreGroups: [...others],
      });
      const group = delivery?.groupId;
      if (!group || groupLabels(group).every((label) => labels.includes(label))) return delivery;
      others.add(group);
      await putBack(delivery);
    }
  }

  /** As a delivery of its own: it was no attempt. */
  async function putBack(delivery: JobWithMetadata<Delivery>): Promise<void> {
    await boss.send(deliveryQueue, delivery.data, redeliveryOptions(delivery));
    await outlast(() => boss.complete(deliveryQueue, delivery));
  }

  async function hold(delivery: JobWithMetadata<Delivery>): Promise<void> {
    const lost = new AbortController();
    const beating = setInterval(async () => {
      // It answers so, though its types don't say it. What couldn't be asked, the next beat asks.
      const touched = boss.touch(deliveryQueue, delivery) as Promise<{ affected?: number }>;
      const { affected } = await touched.catch((): { affected?: number } => ({}));
      if (affected === 0) lost.abort(new Error('The delivery was withdrawn, or given to another worker.'));
    }, beatMs);
    try {
      const error = await attempt(delivery, lost.signal).then(
        () => undefined,
        (thrown: Error) => thrown,
      );
      await outlast(() =>
        error ? boss.fail(deliveryQueue, delivery, error) : boss.complete(deliveryQueue, delivery),
      );
    } finally {
      clearInterval(beating);
    }
  }

  async function takeOneByOne(): Promise<void> {
    while (!stopping.aborted) {
      try {
        const delivery = await next();
        if (delivery && stopping.aborted) await putBack(delivery);
        else if (delivery) await hold(delivery);
        else await sleep(pollMs, undefined, { signal: stopping });
      } catch (error) {
        if (stopping.aborted) return;
        boss.emit('error', error as Error);
        await sleep(pollMs);
      }
    }
  }

  await Promise.all(Array.from({ length: concurrency }, takeOneByOne));
}
