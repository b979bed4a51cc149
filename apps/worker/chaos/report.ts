import { table } from '../src/run-experiment/text-table.ts';
import type { Tally } from './tally.ts';

/** One time that a scenario happened. */
export interface Entry extends Tally {
  name: string;
  seconds: number;
  takeOverSeconds: number | null;
}

const header = ['scenario', 'times', 'seconds', 'jobs', 'lost', 'twice', 'take-over s'];

/** What went wrong in one of them, in lines. */
export function reportOne({ name, seconds, wrong }: Entry): string {
  return [`${name}: ${seconds.toFixed(0)} s`, ...wrong.map((sentence) => `  ${sentence}`)].join('\n');
}

/** A line a scenario: sums over all times that it happened, and the longest take-over. */
export function reportAll(entries: readonly Entry[]): string {
  const names = [...new Set(entries.map(({ name }) => name))];
  const rows = names.map((name) => {
    const times = entries.filter((entry) => entry.name === name);
    const sum = (key: 'seconds' | 'jobs' | 'lost' | 'twice') =>
      times.reduce((total, entry) => total + entry[key], 0).toFixed(0);
    const takeOvers = times.flatMap(({ takeOverSeconds }) => takeOverSeconds ?? []);
    const longest = takeOvers.length > 0 ? Math.max(...takeOvers).toFixed(1) : '–';
    return [name, String(times.length), sum('seconds'), sum('jobs'), sum('lost'), sum('twice'), longest];
  });
  return table(header, rows);
}
