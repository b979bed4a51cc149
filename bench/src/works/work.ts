/** A piece of work that is ready to be done again and again. */
export interface Work {
  /** Text is compared: the peer's step has to return the same. */
  step(): Promise<unknown>;
  /** Milliseconds of a step by the work's own reckoning, where they aren't those from its beginning to its end. */
  timed?(): Promise<number>;
  versions: Record<string, string>;
  /** Peak memory of the processes that it has started. */
  othersPeakBytes?(): Promise<number>;
  /** Leaves nothing behind that outlives the process. */
  stop?(): Promise<void>;
}

/** Makes data, network and program from the values that the peer gets too; what takes minutes tells which share is made. */
export type Prepare<Values> = (
  values: Values,
  threads: number,
  onPrepared: (share: number) => void,
) => Promise<Work>;
