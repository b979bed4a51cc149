/** What a server holds right after a collection, in bytes: what waits for one comes and goes by a third. */
export interface MemorySample {
  /** Objects and buffers. */
  held: number;
  /** What the system has given it. */
  resident: number;
}

/** Begins the line in which it tells. */
const word = 'holds';

/** Options of Node's for a server that collects when SIGUSR2 comes, and tells what it holds then. */
export const tellsMemory = [
  '--expose-gc',
  '--import',
  `data:text/javascript,process.on("SIGUSR2", () => { gc(); console.log("${word} " + JSON.stringify(process.memoryUsage())); })`,
];

/** Undefined for a line that tells something else. */
export function readMemory(line: string): MemorySample | undefined {
  if (!line.startsWith(`${word} {`)) return undefined;
  const { heapUsed, external, rss } = JSON.parse(line.slice(word.length)) as NodeJS.MemoryUsage;
  return { held: heapUsed + external, resident: rss };
}

export interface Growth {
  /** The least that it held in a quarter of the run, once caches are full, and in the last one, in bytes. */
  before: number;
  after: number;
  grows: boolean;
}

/** A server that keeps nothing comes back to the same, but for a tenth: what its caches hold differs. */
const tolerance = 1.1;

/**
 * Whether a server keeps ever more: the least that it held in the second quarter of the run, beside that in the last.
 * @returns null for fewer than eight samples
 */
export function judgeGrowth(samples: readonly MemorySample[]): Growth | null {
  const quarter = Math.floor(samples.length / 4);
  if (quarter < 2) return null;
  const least = (part: readonly MemorySample[]) => Math.min(...part.map(({ held }) => held));
  const [before, after] = [least(samples.slice(quarter, 2 * quarter)), least(samples.slice(-quarter))];
  return { before, after, grows: after > tolerance * before };
}
