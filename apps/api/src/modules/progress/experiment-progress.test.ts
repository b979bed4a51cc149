import type { Experiment } from '@kindred/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { experimentProgress } from './experiment-progress.ts';

const startedAt = new Date('2026-01-01T00:00:00Z');
const running = { status: 'running', startedAt } as Experiment;

beforeEach(() => vi.useFakeTimers({ now: startedAt.getTime() + 60_000 }));
afterEach(() => vi.useRealTimers());

const summary = (share: number) => ({ experimentId: '', done: 2, total: 8, share, error: null });

test('a quarter of the work done in a minute leaves three minutes, however many jobs it was', () => {
  expect(experimentProgress(running, summary(0.25))).toEqual({
    done: 2,
    total: 8,
    unit: 'jobs',
    share: 0.25,
    secondsLeft: 180,
  });
});

test('next to nothing done, or nothing running, tells nothing', () => {
  expect(experimentProgress(running, summary(0.019)).secondsLeft).toBeNull();
  expect(experimentProgress(running, null).secondsLeft).toBeNull();
  expect(experimentProgress({ ...running, status: 'failed' }, summary(0.25)).secondsLeft).toBeNull();
});
