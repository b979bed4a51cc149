import {
  type ArtifactStore,
  beginJob,
  type CheckpointStore,
  completeJob,
  type JobName,
  type JobProgress,
  type JobQueue,
  type Log,
  outlast,
  reportCurve,
  reportProgress,
  type TrainingCurve,
} from '@kindred/core';
import type { Datasets } from '@kindred/ml';
import type { DataSource } from 'typeorm';
import { tasks } from '../tasks/tasks.ts';

/** Progress is stored at most this often. */
const reportIntervalMs = 300;
/** A curve, which is longer. */
const curveIntervalMs = 1000;

interface Means {
  db: DataSource;
  /** The queue is open only while nothing computes: its own timers need an event loop that runs. */
  openQueue: () => Promise<JobQueue>;
  artifacts: ArtifactStore;
  datasets: Datasets;
  dataFolder: string;
  checkpoints: CheckpointStore;
  checkpointIntervalMs: number;
  log: Log;
  backend: string;
  codeVersion: string;
}

/** Takes a job from its row to its results. A job that is done or cancelled already is left alone. */
export async function runJob(jobId: string, { openQueue, ...means }: Means): Promise<void> {
  const { db, checkpoints } = means;
  const job = await beginJob(db, jobId);
  if (!job) return;
  const task = tasks[job.name as JobName];
  const report = throttled(reportIntervalMs, (progress: JobProgress) => reportProgress(db, jobId, progress));
  const draw = throttled(curveIntervalMs, (curve: TrainingCurve) => reportCurve(db, jobId, curve));
  const store = await task.run(job.payload, {
    ...means,
    job,
    log: means.log.child({ jobId, experimentId: job.experimentId, kind: job.name }),
    report: report.push,
    reportCurve: draw.push,
  });
  await Promise.all([report.settled(), draw.settled()]);
  // What was computed isn't given up for a database that restarts.
  await outlast(async () => {
    const queue = await openQueue();
    try {
      await completeJob(db, queue, jobId, store);
    } finally {
      await queue.stop();
    }
  });
  await checkpoints.remove(jobId);
}

/** Passes on the latest report, one write at a time and no more than one an interval. A report that is lost is no harm. */
function throttled<Report>(intervalMs: number, write: (report: Report) => Promise<void>) {
  let writing: Promise<void> = Promise.resolve();
  let busy = false;
  let last = 0;
  return {
    push(report: Report): void {
      const now = performance.now();
      if (busy || now - last < intervalMs) return;
      busy = true;
      last = now;
      writing = write(report)
        .catch(() => {})
        .finally(() => {
          busy = false;
        });
    },
    settled: () => writing,
  };
}
