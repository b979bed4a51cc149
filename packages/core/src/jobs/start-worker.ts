import { setTimeout as sleep } from 'node:timers/promises';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { outlast } from '../errors/outlast.ts';
import { openListener } from '../events/open-listener.ts';
import { cancellationChannel } from './cancellation-channel.ts';
import { abandonedQueue, type Delivery, deliveryQueue } from './delivery-queue.ts';
import type { WorkOptions } from './job-queue.ts';
import { nextAttempt } from './next-attempt.ts';
import { redeliveryOptions } from './redelivery-options.ts';
import { takeDeliveries } from './take-deliveries.ts';

/** Milliseconds that running jobs get to notice their signal. */
const stopTimeoutMs = 5_000;

export interface Worker {
  /** Aborts what is running and hands it to whoever comes next. */
  giveBack(): Promise<void>;
}

/** Takes deliveries from the queue until their jobs end or are cancelled, and says so when one was lost for good. */
export async function startWorker(
  boss: PgBoss,
  url: string,
  { concurrency, labels, run, failed }: WorkOptions,
): Promise<Worker> {
  const stopping = new AbortController();
  const running = new Map<JobWithMetadata<Delivery>, AbortController>();
  // What isn't heard while the connection is lost, the next heartbeat finds: the delivery is gone.
  const cancellations = await openListener(url, cancellationChannel, {
    notified(cancelledId) {
      for (const [{ data }, cancelled] of running) if (data.jobId === cancelledId) cancelled.abort();
    },
  });

  async function attempt(delivery: JobWithMetadata<Delivery>, lost: AbortSignal): Promise<void> {
    const { jobId } = delivery.data;
    const cancelled = new AbortController();
    running.set(delivery, cancelled);
    const signal = AbortSignal.any([lost, stopping.signal, cancelled.signal]);
    try {
      await run(jobId, signal);
    } catch (error) {
      // Before the old delivery ends, so that the job is never without one.
      if (stopping.signal.aborted && !cancelled.signal.aborted && !lost.aborted)
        return await outlast(() => redeliver(delivery, stopping.signal.reason));
      // Cancelled, or taken over by another worker: the attempt isn't ours to fail.
      if (signal.aborted || !(await outlast(() => isHeld(delivery)))) return;
      await settle(delivery, error);
    } finally {
      running.delete(delivery);
    }
  }

  /** Whether the delivery is still ours, and not given to another worker while the database was away. */
  async function isHeld(delivery: JobWithMetadata<Delivery>): Promise<boolean> {
    const [found] = await boss.findJobs(deliveryQueue, { id: delivery.id });
    return found?.state === 'active' && found.retryCount === delivery.retryCount;
  }

  /** Hands a job over again after an attempt that came to nothing, or says that it failed. */
  async function settle(delivery: JobWithMetadata<Delivery>, error: unknown): Promise<void> {
    const { data, retryCount: faults, retryLimit: faultLimit } = delivery;
    const setbacks = data.setbacks ?? 0;
    const next = nextAttempt(error, { faults, faultLimit, setbacks });
    if (next.kind === 'pause') return outlast(() => redeliver(delivery, error, setbacks + 1, next.seconds));
    const final = next.kind === 'failed';
    await outlast(() => failed(data.jobId, final ? next.reason : error, { final }));
    if (!final) throw error;
  }

  /** A delivery of its own, so that ending the old one can't end the new one, and no attempt is used up. */
  async function redeliver(
    delivery: JobWithMetadata<Delivery>,
    error: unknown,
    setbacks = 0,
    startAfter = 0,
  ): Promise<void> {
    const { jobId } = delivery.data;
    const options = { ...redeliveryOptions(delivery), startAfter };
    await failed(jobId, error, { final: false });
    await boss.send(deliveryQueue, { jobId, setbacks }, options);
  }

  const taking = takeDeliveries(boss, { concurrency, labels, attempt }, stopping.signal);
  await boss.work<Delivery>(abandonedQueue, async ([delivery]) => {
    const reason = new Error('The worker died or stopped answering each time that it tried this.');
    await failed(delivery!.data.jobId, reason, { final: true });
  });

  return {
    async giveBack() {
      stopping.abort(new Error('The worker is stopping.'));
      await Promise.race([taking, sleep(stopTimeoutMs, undefined, { ref: false })]);
      await cancellations.close();
    },
  };
}
