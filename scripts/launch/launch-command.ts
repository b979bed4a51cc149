import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DomainError } from '@kindred/core';
import { checkDisk } from './check-machine.ts';
import { readSettings, type Settings } from './settings.ts';
import { startDatabase } from './start-database.ts';

/** A command that runs an experiment: the database, then one worker that does it to its end. */
export async function launchCommand(main: string, args: readonly string[]): Promise<void> {
  try {
    const settings = readSettings();
    await checkDisk(settings);
    const database = await startDatabase(settings);
    process.exitCode = await runWorker([main, ...args], database.url, settings);
    await database.stop();
  } catch (error) {
    console.error(error instanceof DomainError ? error.message : error);
    process.exitCode = 1;
  }
}

async function runWorker(
  args: readonly string[],
  databaseUrl: string,
  { artifacts, dataFolder }: Settings,
): Promise<number> {
  const worker = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      KINDRED_ARTIFACTS: artifacts,
      KINDRED_DATA: dataFolder,
    },
  });
  // The terminal's Ctrl-C reaches the worker too; the database outlives it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => worker.kill(signal));
  const [code] = await once(worker, 'exit');
  return code ?? 1;
}
