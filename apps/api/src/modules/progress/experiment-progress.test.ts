import type { Experiment } from '@kindred/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { experimentProgress } from './experiment-progress.ts';

const startedAt = new Date('2026-01-01T00:00:00Z');
const running = { status: 'running', startedAt } as Experiment;

beforeEach(() => vi.useFakeTimers({ now: startedAt.getTime() + 60_000 }));
afterEach(() => vi.useRealTimers());

const summary = (done: number, runningShares: number) => ({
  experimentId: '',
  done,
  total: 8,
  running: runningShares,
  error: null,
});

test('a quarter done in a minute leaves three minutes', () => {
  expect(experimentProgress(running, summary(2, 0))).toEqual({
    done: 2,
    total: 8,
    unit: 'jobs',
    secondsLeft: 180,
  });
});

test('what running jobs have done counts', () => {
  expect(experimentProgress(running, summary(1, 1)).secondsLeft).toBe(180);
});

test('nothing done, or nothing running, tells nothing', () => {
  expect(experimentProgress(running, summary(0, 0)).secondsLeft).toBeNull();
  expect(experimentProgress({ ...running, status: 'failed' }, summary(2, 0)).secondsLeft).toBeNull();
});
