import { resolve } from 'node:path';
import { badInput, DomainError } from '../src/errors/domain-error.ts';
import { startRuntime } from '../src/runtime/start-runtime.ts';
import { openFixtures } from './fixture-folder.ts';
import { table } from './line.ts';
import { replayAll } from './replays.ts';

/**
 * `npm run parity -- <fixtures dir> [<models dir>…]`, paths relative to `callerFolder`.
 * @param backend see startRuntime
 * @returns the exit code: 0 where nothing fails, 1 where something does, 2 where nothing could be replayed
 */
export async function parity(
  paths: readonly string[],
  callerFolder: string,
  backend?: string,
  print: Pick<Console, 'log' | 'error'> = console,
): Promise<number> {
  try {
    const [fixtures, ...models] = paths.map((path) => resolve(callerFolder, path));
    if (!fixtures) throw badInput('Usage: npm run parity -- <fixtures dir> [<models dir>…]');
    const folder = openFixtures(fixtures, models);
    const { description } = await startRuntime(backend);
    const lines = await replayAll(folder);
    print.log(`${table(lines)}\n\nComputed on ${description}.`);
    return lines.some(({ status }) => status === 'FAIL') ? 1 : 0;
  } catch (error) {
    print.error(error instanceof DomainError ? error.message : error);
    return 2;
  }
}
