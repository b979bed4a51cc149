import type { Measurement } from '../measure.ts';
import type { Row } from '../rows/row.ts';
import { figuresOf, memoryGoal } from './figures.ts';

const widths = [31, 22, 26, 12, 24, 22, 7];

const headings = ['row', 'least time', 'ratio', 'goal', 'peak memory', 'cold start', 'threads'];

/** Fixed columns, so that each row can be shown when it is done. Of two values ours comes first. */
export const heading = (): string => cells(headings);

export function tableLine(measurement: Measurement): string {
  const { row, ours, peer, threads, peerMissing } = measurement;
  const { met, memoryRatio, memoryMet } = figuresOf(measurement);
  const line = cells([
    row.name,
    both(ours, peer, 1, 'ms'),
    comparison(measurement),
    `${goalOf(row)}${verdict(met)}`,
    both(megabytes(measurement.oursPeakBytes), megabytes(measurement.peerPeakBytes), 0, 'MB') +
      (memoryRatio ? ` ${memoryRatio.toFixed(2)}${memoryMet ? '' : ' ✗'}` : ''),
    both(measurement.oursColdStartMs, measurement.peerColdStartMs, 0, 'ms'),
    String(threads),
  ]);
  return peerMissing ? `${line}\n  ours alone: ${peerMissing}` : line;
}

function comparison(measurement: Measurement): string {
  const { row, ratioMin, ratioMedian, oursMedian, oursP99, oursGain, peerGain } = measurement;
  if (typeof row.goal === 'number')
    return ratioMin ? `${ratioMin.toFixed(2)}, median ${ratioMedian!.toFixed(2)}` : '–';
  if ('p99Ms' in row.goal) return `p50 ${oursMedian.toFixed(1)}, p99 ${oursP99.toFixed(1)} ms`;
  if (!peerGain) return `gain ${oursGain!.toFixed(2)}`;
  return `gain ${oursGain!.toFixed(2)} / ${peerGain.toFixed(2)}: ${(oursGain! / peerGain).toFixed(2)}`;
}

function goalOf({ goal }: Row): string {
  if (typeof goal === 'number') return `≤ ${goal}`;
  return 'p99Ms' in goal ? `≤ ${goal.p99Ms} ms` : `≥ ${goal.gain}`;
}

/** With more than that, waiting for a thread that others keep from running takes longer than the work itself. */
const quietLoad = 0.5;

/** What the figures depend on, below the table. */
export function footer(measurements: readonly Measurement[]): string {
  const versions = Object.entries(Object.assign({}, ...measurements.map(({ versions }) => versions)));
  const first = measurements[0]!.loadBefore;
  return [
    versions.map(([name, version]) => `${name} ${version}`).join(' · '),
    `load average before: ${first.toFixed(2)}${first > quietLoad ? ' — others were at work here: trust no ratio' : ''}`,
    `ours / peer in every column; ratios of time and memory are ours over the peer's; memory's goal is ≤ ${memoryGoal}`,
  ].join('\n');
}

const verdict = (met: boolean | null): string => (met === null ? '' : met ? ' ✓' : ' ✗');

const megabytes = (bytes: number | null): number | null => bytes && bytes / 2 ** 20;

function both(ours: number | null, peer: number | null, digits: number, unit: string): string {
  const values = [ours, peer].filter((value) => value !== null);
  return `${values.map((value) => value.toFixed(digits)).join(' / ')} ${unit}`;
}

const cells = (texts: readonly string[]): string =>
  texts
    .map((text, column) => text.padEnd(widths[column]!))
    .join(' ')
    .trimEnd();
