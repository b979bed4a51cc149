import { ours } from '../sides/ours.ts';
import { openDatabase } from './dashboard.ts';
import type { Row } from './row.ts';

interface Page {
  name: string;
  work: string;
  /** A work of `../works`. */
  file: string;
  p99Ms: number;
  rounds: number;
}

const page = ({ name, work, file, p99Ms, rounds }: Page): Row => ({
  name,
  group: 'web',
  work,
  goal: { p99Ms },
  rounds,
  threads: () => 1,
  images: 1,
  common: openDatabase,
  ours: ours(file, {}),
  peer: () => ({ missing: 'there is no peer to be held against' }),
});

export const web: readonly Row[] = [
  page({
    name: 'web-first-page',
    work: 'the first page of a thousand experiments in a browser that knows nothing yet, until it can be used',
    file: 'open-first-page',
    p99Ms: 1000,
    rounds: 40,
  }),
  page({
    name: 'web-atlas',
    work: 'an atlas of 3,200 pictures scrolled from end to end: the longest frame',
    file: 'scroll-atlas',
    p99Ms: 50,
    rounds: 20,
  }),
];
