export interface ExperimentListener {
  /** A tick for each change of the experiment; several changes in a row may come as one. Ends by `return` or `close`. */
  subscribe(experimentId: string): AsyncIterableIterator<void>;
  close(): Promise<void>;
}

/** Listens on one connection of its own, which it opens again when it is lost. */
export async function listenToExperiments(url: string): Promise<ExperimentListener> {
  throw new Error(url);
}
