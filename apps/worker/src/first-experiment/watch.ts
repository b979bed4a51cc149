import { Experiment, Job } from '@kindred/core';
import { createLogUpdate } from 'log-update';
import type { DataSource } from 'typeorm';
import { progressLines } from './progress-lines.ts';

const intervalMs = 500;

/** Shows how far an experiment has come until it ends; answers with it. On a terminal bars, elsewhere a line per finished job. */
export async function watch(
  db: DataSource,
  experimentId: string,
  out: NodeJS.WriteStream,
): Promise<Experiment> {
  const display = out.isTTY ? bars(out) : lines(out);
  for (;;) {
    const experiment = await db.manager.findOneByOrFail(Experiment, { id: experimentId });
    const jobs = await db.manager.find(Job, {
      where: { experimentId },
      relations: { model: true },
      order: { createdAt: 'ASC', startedAt: 'ASC' },
    });
    display.show(jobs, experiment);
    if (experiment.status !== 'queued' && experiment.status !== 'running') {
      display.end();
      return experiment;
    }
    await new Promise((resolve) => setTimeout(resolve, intervalMs));
  }
}

interface Display {
  show(jobs: Job[], experiment: Experiment): void;
  end(): void;
}

function bars(out: NodeJS.WriteStream): Display {
  const update = createLogUpdate(out);
  return {
    show: (jobs, experiment) => update(progressLines(jobs, experiment, new Date()).join('\n')),
    end: () => update.done(),
  };
}

function lines(out: NodeJS.WriteStream): Display {
  const told = new Set<string>();
  return {
    show(jobs, experiment) {
      for (const job of jobs) {
        if (!job.finishedAt || told.has(job.id)) continue;
        told.add(job.id);
        const seconds = job.startedAt ? (job.finishedAt.getTime() - job.startedAt.getTime()) / 1000 : 0;
        const overall = progressLines(jobs, experiment, new Date())[0];
        out.write(
          `${job.name} ${job.model?.name ?? ''} ${job.status} after ${seconds.toFixed(1)} s · ${overall}\n`,
        );
      }
    },
    end() {},
  };
}
