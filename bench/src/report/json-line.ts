import type { Measurement } from '../measure.ts';
import { figuresOf, memoryGoal } from './figures.ts';

/** One object of one line: names, then times in `unit`, then whatever else tells how they came about. */
export function jsonLine(measurement: Measurement): string {
  const { row, ratioMin, ratioMedian, ours, peer, ...rest } = measurement;
  return JSON.stringify({
    row: row.name,
    group: row.group,
    work: row.work,
    ratioMin,
    ratioMedian,
    ours,
    peer,
    unit: 'ms',
    goal: row.goal,
    memoryGoal,
    ...figuresOf(measurement),
    ...rest,
  });
}
