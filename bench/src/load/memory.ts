/** What a server held at a moment, in bytes. */
export interface MemorySample {
  heap: number;
  resident: number;
}

/** Reads Prometheus's text. Throws where a number is not there. */
export function readMemory(metrics: string): MemorySample {
  const number = (name: string) => {
    const [, value] = metrics.match(new RegExp(`^${name} (\\S+)$`, 'm')) ?? [];
    if (value === undefined) throw new Error(`The server tells no ${name}.`);
    return Number(value);
  };
  return { heap: number('nodejs_heap_size_used_bytes'), resident: number('process_resident_memory_bytes') };
}

export interface Growth {
  /** The least heap in a quarter of the run, once caches are full, and in the last one, in bytes. */
  before: number;
  after: number;
  grows: boolean;
}

/** A heap that keeps nothing comes back to the same size after collections, but for a tenth. */
const tolerance = 1.1;

/**
 * Whether a server keeps ever more: its least heap in the second quarter of the run, beside that in the last. What a heap holds
 * between two collections says nothing.
 * @returns null for fewer than eight samples
 */
export function judgeGrowth(samples: readonly MemorySample[]): Growth | null {
  const quarter = Math.floor(samples.length / 4);
  if (quarter < 2) return null;
  const least = (part: readonly MemorySample[]) => Math.min(...part.map(({ heap }) => heap));
  const [before, after] = [least(samples.slice(quarter, 2 * quarter)), least(samples.slice(-quarter))];
  return { before, after, grows: after > tolerance * before };
}
