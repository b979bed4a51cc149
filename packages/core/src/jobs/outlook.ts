import { isPassingTrouble } from '../errors/passing-trouble.ts';

/**
 * What trying a job again may bring after an error. `refused`: the same, as for bad input or an artifact that was altered.
 * `passing`: a better end once something outside the job is mended, as a database that restarts or a disk that is full.
 * `fault`: nobody knows, as after a crash.
 */
export type Outlook = 'refused' | 'passing' | 'fault';

/** An error may bring its own `outlook`, as one does that comes from another process. */
export function outlookOf(error: unknown): Outlook {
  const { outlook, name } = (error ?? {}) as { outlook?: Outlook; name?: string };
  if (outlook) return outlook;
  if (isPassingTrouble(error)) return 'passing';
  // `core` and `ml` each have a DomainError.
  return name === 'DomainError' ? 'refused' : 'fault';
}
