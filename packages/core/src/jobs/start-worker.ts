import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { DomainError } from '../errors/domain-error.ts';
import { openListener } from '../events/open-listener.ts';
import { cancellationChannel } from './cancellation-channel.ts';
import { abandonedQueue, type Delivery, deliveryQueue } from './delivery-queue.ts';
import type { WorkOptions } from './job-queue.ts';

export interface Worker {
  /** Aborts what is running and hands it to whoever comes next. */
  giveBack(): Promise<void>;
}

/** Takes deliveries from the queue until their jobs end or are cancelled, and says so when one was lost for good. */
export async function startWorker(
  boss: PgBoss,
  url: string,
  { concurrency, run, failed }: WorkOptions,
): Promise<Worker> {
  const stopping = new AbortController();
  const running = new Map<JobWithMetadata<Delivery>, AbortController>();
  // What isn't heard while the connection is lost, the next heartbeat finds: the delivery is gone.
  const cancellations = await openListener(url, cancellationChannel, {
    notified(cancelledId) {
      for (const [{ data }, cancelled] of running) if (data.jobId === cancelledId) cancelled.abort();
    },
  });

  async function attempt(delivery: JobWithMetadata<Delivery>): Promise<void> {
    const { jobId } = delivery.data;
    const cancelled = new AbortController();
    running.set(delivery, cancelled);
    const signal = AbortSignal.any([delivery.signal, stopping.signal, cancelled.signal]);
    try {
      await run(jobId, signal);
    } catch (error) {
      // Given back, cancelled, or taken over by another worker: the attempt isn't ours to fail.
      if (signal.aborted) return;
      const final = isRefusal(error) || delivery.retryCount >= delivery.retryLimit;
      await failed(jobId, error, { final });
      if (!final) throw error;
    } finally {
      running.delete(delivery);
    }
  }

  /** A delivery of its own, so that ending the old one can't end the new one, and no attempt is used up. */
  async function redeliver({ data, priority }: JobWithMetadata<Delivery>): Promise<void> {
    await failed(data.jobId, stopping.signal.reason, { final: false });
    await boss.send(deliveryQueue, data, { priority, singletonKey: data.jobId });
  }

  await boss.work(
    deliveryQueue,
    { localConcurrency: concurrency, includeMetadata: true, pollingIntervalSeconds: 0.5 },
    async ([delivery]: JobWithMetadata<Delivery>[]) => attempt(delivery!),
  );
  await boss.work<Delivery>(abandonedQueue, async ([delivery]) => {
    const reason = new Error('The worker died or stopped answering each time that it tried this.');
    await failed(delivery!.data.jobId, reason, { final: true });
  });

  return {
    async giveBack() {
      stopping.abort(new Error('The worker is stopping.'));
      const left = [...running].filter(([, cancelled]) => !cancelled.signal.aborted);
      await Promise.all(left.map(([delivery]) => redeliver(delivery)));
      await cancellations.close();
    },
  };
}

/** Trying again wouldn't change it. */
function isRefusal(error: unknown): boolean {
  return error instanceof DomainError || (error as { retry?: unknown } | null)?.retry === false;
}
