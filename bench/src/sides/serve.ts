import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Work } from '../works/work.ts';
import { peakBytes } from './peak-bytes.ts';

const warmUps = 2;

/** Our end of the line protocol: warms up, says so, and takes steps on demand until standard input ends. */
export async function serve(prepare: (onPrepared: (share: number) => void) => Promise<Work>): Promise<void> {
  const begun = performance.now();
  const work = await prepare((prepared) => say({ prepared }));
  const result = await work.step();
  const coldStartMs = performance.now() - begun;
  for (let step = 0; step < warmUps; step++) await work.step();
  await say({ coldStartMs, versions: work.versions, ...digestOf(result) });
  for await (const question of createInterface({ input: process.stdin })) {
    await say(await reply(work, question));
  }
  await work.stop?.();
}

const digestOf = (result: unknown) =>
  typeof result === 'string' ? { digest: createHash('sha256').update(result).digest('hex') } : {};

async function reply(work: Work, question: string): Promise<object> {
  if (question === 'memory') return { bytes: peakBytes() + ((await work.othersPeakBytes?.()) ?? 0) };
  if (question !== 'step') throw new Error(`Unknown question "${question}": known are step, memory.`);
  if (work.timed) return { ms: await work.timed() };
  const begun = performance.now();
  await work.step();
  return { ms: performance.now() - begun };
}

async function say(answer: object): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, 'drain');
}
