/** What came of the requests of a load run, as they come. */
export interface Tally {
  /** Milliseconds from asking to the last byte, of each that was answered. */
  readonly latencies: number[];
  /** The first words of what went wrong, and how often. */
  readonly failures: ReadonlyMap<string, number>;
  answered(ms: number): void;
  failed(reason: unknown): void;
}

export function createTally(): Tally {
  const latencies: number[] = [];
  const failures = new Map<string, number>();
  return {
    latencies,
    failures,
    answered: (ms) => void latencies.push(ms),
    failed(reason) {
      const words = (reason instanceof Error ? reason.message : String(reason)).slice(0, 300);
      failures.set(words, (failures.get(words) ?? 0) + 1);
    },
  };
}
