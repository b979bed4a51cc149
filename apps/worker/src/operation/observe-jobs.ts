import { describeError, Job, type Log, type Tracing } from '@kindred/core';
import { type DataSource, In } from 'typeorm';
import type { WorkerMetrics } from './create-metrics.ts';

/** Tells of each attempt at a job: a line in the log at its start and one at its end, the metrics, and a span. */
export interface JobObserver {
  /** @param signal aborts when the attempt is ended from outside: given back, cancelled, or taken over by another worker */
  began(jobId: string, signal: AbortSignal): Promise<void>;
  /** After the job's row says how. Once for an attempt, however often it is called. */
  ended(jobId: string, failure?: Failure): Promise<void>;
  /** Counts what was computed since the last time, for jobs that run for hours. */
  countProgress(): Promise<void>;
}

/** `final` where there won't be another attempt. */
interface Failure {
  error: unknown;
  final: boolean;
}

interface Attempt {
  kind: string;
  experimentId: string;
  log: Log;
  startedAt: number;
  signal: AbortSignal;
  /** Images or steps that were counted. */
  counted: number;
}

export function observeJobs(db: DataSource, log: Log, metrics: WorkerMetrics, tracing: Tracing): JobObserver {
  const jobs = db.getRepository(Job);
  const attempts = new Map<string, Attempt>();

  function count(attempt: Attempt, { progressDone, progressUnit: unit }: Job): void {
    const { kind, counted } = attempt;
    if (progressDone > counted) metrics.processed.inc({ kind, unit }, progressDone - counted);
    attempt.counted = progressDone;
  }

  return {
    async began(jobId, signal) {
      const job = await jobs.findOneBy({ id: jobId });
      if (!job) return;
      const { name: kind, experimentId } = job;
      const own = log.child({ jobId, experimentId, kind });
      attempts.set(jobId, { kind, experimentId, log: own, startedAt: performance.now(), signal, counted: 0 });
      own.info('Job started');
    },

    async ended(jobId, failure) {
      const attempt = attempts.get(jobId);
      attempts.delete(jobId);
      const err = failure?.error;
      if (!attempt) {
        // Its worker died with it.
        if (failure?.final) log.error({ jobId, status: 'failed', err }, 'Job ended');
        return;
      }
      const { kind, experimentId, startedAt, signal } = attempt;
      const job = await jobs.findOneBy({ id: jobId }).catch(() => null);
      const status = job?.status ?? 'unknown';
      const ms = Math.round(performance.now() - startedAt);
      if (job) count(attempt, job);
      metrics.jobs.observe({ kind, status }, ms / 1000);
      const failed = failure && !signal.aborted;
      tracing.tell({
        name: kind,
        kind: 'CONSUMER',
        ms,
        attributes: {
          'kindred.job.id': jobId,
          'kindred.experiment.id': experimentId,
          'kindred.job.status': status,
        },
        // What it says may name files and paths; it is in the log, under the same ids.
        failure: failed ? kindOf(err) : undefined,
      });
      if (!failed) attempt.log.info({ status, ms }, 'Job ended');
      else attempt.log[failure.final ? 'error' : 'warn']({ status, ms, err }, 'Job ended');
    },

    async countProgress() {
      const running = await jobs.findBy({ id: In([...attempts.keys()]) });
      for (const job of running) {
        const attempt = attempts.get(job.id);
        if (attempt) count(attempt, job);
      }
    },
  };
}

function kindOf(error: unknown): string {
  const { code, type } = describeError(error);
  return code ?? type;
}
