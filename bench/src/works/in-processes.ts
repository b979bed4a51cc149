import { isMissing } from '../sides/contender.ts';
import { ours } from '../sides/ours.ts';
import { type Side, startSide } from '../sides/side.ts';
import type { Work } from './work.ts';

/** A work as workers do it: a process of one thread for each share of it, all at once. */
export async function inProcesses(work: string, shares: readonly object[]): Promise<Work> {
  const sides = await Promise.all(shares.map((values) => start(work, values)));
  return {
    versions: sides[0]!.ready.versions,
    step: () => Promise.all(sides.map((side) => side.step())),
    othersPeakBytes: async () => sum(await Promise.all(sides.map((side) => side.peakBytes()))),
  };
}

function start(work: string, values: object): Promise<Side> {
  const launch = ours(work, values)(1);
  if (isMissing(launch)) throw new Error(launch.missing);
  return startSide(launch);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
