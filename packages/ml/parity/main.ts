import { resolve } from 'node:path';
import { DomainError } from '../src/errors/domain-error.ts';
import { openFixtures } from './fixture-folder.ts';
import { table } from './line.ts';
import { replayAll } from './replays.ts';

/** npm runs this in the package's folder; paths are meant from where the caller stands. */
const callerFolder = process.env.INIT_CWD ?? process.cwd();

async function main(paths: readonly string[]): Promise<void> {
  const [fixtures, ...models] = paths.map((path) => resolve(callerFolder, path));
  if (!fixtures)
    throw new DomainError('BAD_INPUT', 'Usage: npm run parity -- <fixtures dir> [<models dir>…]');
  const lines = await replayAll(openFixtures(fixtures, models));
  console.log(table(lines));
  if (lines.some(({ status }) => status === 'FAIL')) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof DomainError ? error.message : error);
  process.exitCode = 2;
});
