import type { Experiment, Job, JobSummary } from '@kindred/core';
import { expect, test } from 'vitest';
import { progressLines } from './progress-lines.ts';

const startedAt = new Date('2026-01-01T00:00:00Z');
const experiment = { startedAt } as Experiment;
const after = (seconds: number) => new Date(startedAt.getTime() + 1000 * seconds);
const job = (progressDone: number, change: Partial<Job> = {}) =>
  ({
    name: 'train-model',
    model: { name: 'parent' },
    status: 'running',
    startedAt,
    progressDone,
    progressTotal: 1200,
    ...change,
  }) as Job;
const summary = (share: number, done = 0): JobSummary => ({
  experimentId: '',
  done,
  total: 23,
  share,
  error: null,
});

test('an experiment tells its jobs, the time so far and the time left', () => {
  expect(progressLines({ experiment, jobs: [], summary: summary(0.25, 3) }, after(60))).toEqual([
    '3 of 23 jobs done · 1 min 0 s so far · 3 min 0 s left',
  ]);
});

test('a job shows its name, a bar of 24, its percentage and the time left', () => {
  const [, line] = progressLines({ experiment, jobs: [job(400)], summary: summary(0.1) }, after(20));
  expect(line).toBe(`  train-model parent             ${'█'.repeat(8)}${'░'.repeat(16)}  33 %  40 s left`);
});

test('below 2 percent, or before the start, there is no time left to tell', () => {
  const waiting = { experiment: { startedAt: null } as Experiment, jobs: [], summary: summary(0) };
  expect(progressLines(waiting, after(0))).toEqual(['0 of 23 jobs done']);
  const jobs = [job(12), job(0, { progressTotal: 0 })];
  expect(progressLines({ experiment, jobs, summary: summary(0.01) }, after(5))).toEqual([
    '0 of 23 jobs done · 5 s so far',
    `  train-model parent             ${'░'.repeat(24)}   1 %`,
    `  train-model parent             ${'░'.repeat(24)}   0 %`,
  ]);
});

test('jobs that do not run have no line, and nothing is left of what is done', () => {
  const jobs = (['queued', 'waiting', 'done', 'failed'] as const).map((status) => job(600, { status }));
  expect(progressLines({ experiment, jobs, summary: summary(1, 23) }, after(480))).toEqual([
    '23 of 23 jobs done · 8 min 0 s so far',
  ]);
});
