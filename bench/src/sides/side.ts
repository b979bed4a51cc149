import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Launch } from './contender.ts';

/** What a side says when it is warm. */
export interface Ready {
  /** From prepared data to the end of the first step: compiling included, imports not. */
  coldStartMs: number;
  versions: Record<string, string>;
  /** SHA-256 of what a step returns, where that is text. */
  digest?: string;
}

/** A process that takes a step whenever it is asked. */
export interface Side {
  ready: Ready;
  /** @returns milliseconds, by the side's own clock */
  step(): Promise<number>;
  /** The most memory that it ever held: resident, of all its processes. */
  peakBytes(): Promise<number>;
  stop(): Promise<void>;
}

const patienceMs = 5000;
/** What is kept of a side's last words. */
const lastCharacters = 2000;

/**
 * Starts a side and waits until it is warm; `onPrepared` hears of the shares of its data that are made, where it tells. Every
 * question and every answer is a line of text, the answers in JSON.
 */
export async function startSide(
  { command, args, variables }: Launch,
  onPrepared: (share: number) => void = () => {},
): Promise<Side> {
  const child = spawn(command, args, { stdio: 'pipe', env: { ...process.env, ...variables } });
  const ended = endOf(child);
  // A side that dies while it is asked is heard of at its end.
  child.stdin.on('error', () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { done, value } = await lines.next();
    if (done) throw new Error(await ended);
    return JSON.parse(value);
  };
  const ask = (question: string) => {
    child.stdin.write(`${question}\n`);
    return answer();
  };
  let ready = await answer();
  for (; 'prepared' in ready; ready = await answer()) onPrepared(ready.prepared);
  return {
    ready,
    step: async () => (await ask('step')).ms,
    peakBytes: async () => (await ask('memory')).bytes,
    async stop() {
      child.stdin.end();
      const kill = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      await ended;
      clearTimeout(kill);
    },
  };
}

/** How the process ended, with its last words. */
async function endOf(child: ChildProcess): Promise<string> {
  let words = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-lastCharacters);
  });
  try {
    const [code, signal] = await once(child, 'close');
    return `${child.spawnargs.slice(0, 4).join(' ')} … ended with ${signal ?? `exit code ${code}`}: ${words.trim()}`;
  } catch (error) {
    return (error as Error).message;
  }
}
