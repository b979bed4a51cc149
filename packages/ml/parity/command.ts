import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { badInput, DomainError } from '../src/errors/domain-error.ts';
import { startRuntime } from '../src/runtime/start-runtime.ts';
import { openFixtures } from './fixture-folder.ts';
import { table } from './line.ts';
import { replayAll, replays } from './replays.ts';

const usage = 'Usage: npm run parity -- [--only name[,name]] <fixtures dir> [<models dir>…]';

/**
 * `npm run parity -- [--only name[,name]] <fixtures dir> [<models dir>…]`, paths relative to `callerFolder`.
 * @param backend see startRuntime
 * @returns the exit code: 0 where nothing fails, 1 where something does, 2 where nothing could be replayed
 */
export async function parity(
  args: readonly string[],
  callerFolder: string,
  backend?: string,
  print: Pick<Console, 'log' | 'error'> = console,
): Promise<number> {
  try {
    const { paths, only } = parseOptions(args);
    const [fixtures, ...models] = paths.map((path) => resolve(callerFolder, path));
    if (!fixtures) throw badInput(usage);
    const folder = openFixtures(fixtures, models);
    const { description } = await startRuntime(backend);
    const lines = await replayAll(folder, only);
    print.log(`${table(lines)}\n\nComputed on ${description}.`);
    return lines.some(({ status }) => status === 'FAIL') ? 1 : 0;
  } catch (error) {
    print.error(error instanceof DomainError ? error.message : error);
    return 2;
  }
}

function parseOptions(args: readonly string[]): { paths: string[]; only: string[] } {
  const known = Object.keys(replays);
  const { positionals: paths, values } = readArguments(args);
  const only = values.only?.split(',').map((name) => name.trim()) ?? known;
  const unknown = only.find((name) => !known.includes(name));
  if (unknown === undefined) return { paths, only };
  throw badInput(`Unknown replay "${unknown}": known are ${known.join(', ')}.`);
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { only: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw badInput(`${(error as Error).message.split('. ')[0]}. ${usage}`);
  }
}
