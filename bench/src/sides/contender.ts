/** The command that starts a side's process. */
export interface Launch {
  command: string;
  args: readonly string[];
  /** Of its environment, beside ours. */
  variables?: Readonly<Record<string, string>>;
}

/** Why a side can't be started on this machine, and what would help. */
export interface Missing {
  missing: string;
}

/** One side of a row, ready to be started on a number of processor threads. */
export type Contender = (threads: number) => Launch | Missing;

export const isMissing = (found: Launch | Missing): found is Missing => 'missing' in found;
