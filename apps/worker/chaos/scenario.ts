import type { JobStatus } from '@kindred/core';
import type { Arena } from './arena.ts';

export interface Scenario {
  /** What happens, in a few words. */
  name: string;
  /** Makes it happen to an experiment, and waits for its end. */
  run(arena: Arena): Promise<Happened>;
}

export interface Happened {
  experimentId: string;
  /** Until a job that was lost ran again; null where none was. */
  takeOverSeconds: number | null;
  /** How jobs end that aren't meant to be done, by their ids. */
  meant?: ReadonlyMap<string, JobStatus>;
  /** What else isn't as it should be, in sentences; none by default. */
  wrong?: string[];
}
