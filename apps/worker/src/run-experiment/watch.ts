import { setTimeout as sleep } from 'node:timers/promises';
import { Experiment, Job, summarizeJobs } from '@kindred/core';
import { createLogUpdate } from 'log-update';
import type { DataSource } from 'typeorm';
import { overallLine, type Progress, progressLines } from './progress-lines.ts';

const intervalMs = 500;

/**
 * Shows how far an experiment has come until it ends; answers with it. On a terminal bars, elsewhere a line per finished job.
 * Rejects when the signal aborts; the experiment goes on.
 */
export async function watch(
  db: DataSource,
  experimentId: string,
  out: NodeJS.WriteStream,
  signal?: AbortSignal,
): Promise<Experiment> {
  const display = out.isTTY ? bars(out) : lines(out);
  try {
    for (;;) {
      const progress = await readProgress(db, experimentId);
      const { experiment } = progress;
      display.show(progress);
      if (experiment.status !== 'queued' && experiment.status !== 'running') return experiment;
      await sleep(intervalMs, undefined, { signal });
    }
  } finally {
    display.end();
  }
}

async function readProgress(db: DataSource, experimentId: string): Promise<Progress> {
  const experiment = await db.manager.findOneByOrFail(Experiment, { id: experimentId });
  const jobs = await db.manager.find(Job, {
    where: { experimentId },
    relations: { model: true },
    order: { createdAt: 'ASC', startedAt: 'ASC' },
  });
  const [summary] = await summarizeJobs(db, [experimentId]);
  return { experiment, jobs, summary: summary! };
}

interface Display {
  show(progress: Progress): void;
  end(): void;
}

function bars(out: NodeJS.WriteStream): Display {
  const update = createLogUpdate(out);
  return {
    show: (progress) => update(progressLines(progress, new Date()).join('\n')),
    end: () => update.done(),
  };
}

function lines(out: NodeJS.WriteStream): Display {
  const told = new Set<string>();
  return {
    show({ experiment, jobs, summary }) {
      for (const job of jobs) {
        if (!job.finishedAt || told.has(job.id)) continue;
        told.add(job.id);
        const seconds = job.startedAt ? (job.finishedAt.getTime() - job.startedAt.getTime()) / 1000 : 0;
        const overall = overallLine(summary, experiment, new Date());
        out.write(
          `${job.name} ${job.model?.name ?? ''} ${job.status} after ${seconds.toFixed(1)} s · ${overall}\n`,
        );
      }
    },
    end() {},
  };
}
