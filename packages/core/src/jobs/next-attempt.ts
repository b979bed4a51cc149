import { outlookOf } from './outlook.ts';

/** How often a job was tried before an attempt that came to nothing. */
interface Past {
  /** Attempts that crashed or failed for no known reason, or whose worker died. */
  faults: number;
  /** With more of them than this it has failed. */
  faultLimit: number;
  /** Attempts that had passing trouble, in a row. */
  setbacks: number;
}

/** What becomes of a job after an attempt: the next one at once, after a pause, or none. */
type Next = { kind: 'retry' } | { kind: 'pause'; seconds: number } | { kind: 'failed'; reason: Error };

/** After passing troubles in a row; a quarter of an hour in all. */
const pausesSeconds = [1, 2, 4, 8, 16, 32, 64, 120, 120, 120, 120, 120, 120];

export function nextAttempt(error: unknown, { faults, faultLimit, setbacks }: Past): Next {
  const outlook = outlookOf(error);
  const seconds = pausesSeconds[setbacks];
  if (outlook === 'passing' && seconds !== undefined) return { kind: 'pause', seconds };
  if (outlook === 'fault' && faults < faultLimit) return { kind: 'retry' };
  return { kind: 'failed', reason: afterAttempts(error, faults + setbacks + 1) };
}

function afterAttempts(error: unknown, attempts: number): Error {
  const message = error instanceof Error ? error.message : String(error);
  return new Error(attempts === 1 ? message : `${message} It was tried ${attempts} times.`, { cause: error });
}
