import type { Contender } from '../sides/contender.ts';

/** Both sides find it by these variables of their environment. */
export interface Common {
  variables: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** One comparison: the same work done by us and by a peer. */
export interface Row {
  name: string;
  /** Rows of a group are chosen together. */
  group: string;
  /** What a step does, in a few words. */
  work: string;
  /**
   * The largest ratio to reach, the least time of ours over the least of the peer's; without a peer, milliseconds that the 99th
   * percentile of our times shall not exceed. Or how many times the peer's gain ours shall be: what each side gains from all its
   * threads, beside one; both sides are then started on one thread too.
   */
  goal: number | { p99Ms: number } | { gain: number };
  /** Pairs of steps, unless the caller says otherwise: enough for a minute at most on two 2 GHz cores. */
  rounds: number;
  /** Processor threads of each side on a machine with so many cores. */
  threads(cores: number): number;
  /** Images that a step takes, for a rate beside the time. */
  images: number;
  /** What both sides work on, made before they start. */
  common?: (onPrepared: (share: number) => void) => Promise<Common>;
  ours: Contender;
  peer: Contender;
}

/** What the issue of the compiled engine measured on: two threads, or one where there is no more. */
export const twoThreads = (cores: number): number => Math.min(2, cores);
