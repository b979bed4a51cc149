import { percentile } from '../pairs/percentile.ts';
import type { Growth, MemorySample } from './memory.ts';
import type { Tally } from './tally.ts';

export interface LoadRun {
  seconds: number;
  tally: Tally;
  /** Changes that reached those who follow an experiment. */
  heard: number;
  samples: readonly MemorySample[];
  growth: Growth | null;
}

/** A run in a few lines, the last of them its verdict. */
export function reportLoad({ seconds, tally, heard, samples, growth }: LoadRun): string {
  const { latencies, failures } = tally;
  const sorted = [...latencies].sort((a, b) => a - b);
  const ms = (share: number) => `${percentile(sorted, share).toFixed(1)} ms`;
  const failed = sum(failures.values());
  return [
    `${latencies.length} requests in ${Math.round(seconds)} s, ${(latencies.length / seconds).toFixed(0)} a second: p50 ${ms(0.5)}, p99 ${ms(0.99)}, longest ${ms(1)}`,
    `${heard} changes heard by subscribers`,
    `resident memory ${megabytes(samples[0]?.resident)} at first, ${megabytes(samples.at(-1)?.resident)} at last`,
    growth === null
      ? 'too short to judge memory by'
      : `held after a collection at least ${megabytes(growth.before)} in the second quarter, ${megabytes(growth.after)} in the last: ${growth.grows ? 'it grows' : 'it does not grow'}`,
    ...[...failures].map(([words, count]) => `${count} × ${words}`),
    `${failed} failed`,
  ].join('\n');
}

export const passes = ({ tally, heard, growth }: LoadRun): boolean =>
  tally.failures.size === 0 && tally.latencies.length > 0 && heard > 0 && growth?.grows !== true;

const megabytes = (bytes = Number.NaN) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);
