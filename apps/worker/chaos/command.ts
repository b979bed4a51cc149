import { type Arena, openArena } from './arena.ts';
import { type Options, parseOptions } from './options.ts';
import { type Entry, reportAll, reportOne } from './report.ts';
import type { Scenario } from './scenario.ts';
import { undisturbed } from './scenarios/undisturbed.ts';
import { scenarios } from './scenarios.ts';
import { readResults } from './stored-results.ts';
import { tally } from './tally.ts';

/**
 * `npm run chaos -- [--rounds n] [--minutes n] [--only words]`: lets go wrong what may go wrong while workers compute, and
 * prints what it did to their jobs.
 * @returns the exit code: 1 if anything was lost, stored twice or otherwise wrong
 */
export async function chaos(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  const entries: Entry[] = [];
  const arena = await openArena();
  try {
    const { experimentId } = await undisturbed.run(arena);
    const expected = await readResults(arena.db, experimentId);
    for (const scenario of inTurn(options)) {
      const entry = await observe(arena, scenario, expected);
      console.error(reportOne(entry));
      entries.push(entry);
    }
  } finally {
    await arena.close();
  }
  console.log(reportAll(entries));
  return entries.every(({ lost, twice, wrong }) => lost + twice + wrong.length === 0) ? 0 : 1;
}

/** All of them in turn, for so many rounds or minutes. */
function* inTurn({ rounds, minutes, only }: Options): Generator<Scenario> {
  const end = performance.now() + 60_000 * minutes;
  for (let round = 0; round < rounds || performance.now() < end; round++)
    yield* scenarios.filter(({ name }) => name.includes(only));
}

/** One that doesn't come to its end counts as a loss, and the others go on. */
async function observe(
  arena: Arena,
  { name, run }: Scenario,
  expected: ReadonlyMap<string, string>,
): Promise<Entry> {
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  try {
    const happened = await run(arena);
    const { takeOverSeconds } = happened;
    return { name, seconds: seconds(), takeOverSeconds, ...(await tally(arena.db, happened, expected)) };
  } catch (error) {
    const wrong = [(error as Error).message];
    return { name, seconds: seconds(), takeOverSeconds: null, jobs: 0, lost: 1, twice: 0, wrong };
  }
}
