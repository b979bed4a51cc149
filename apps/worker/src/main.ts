import { createLog } from '@kindred/core';
import { readEnv } from './env.ts';
import { readOptions } from './options.ts';
import { startWorker } from './worker.ts';

// The command line may hold the database's password, which others needn't see in a list of processes.
process.title = 'kindred worker';

try {
  const env = readEnv({ ...process.env, ...readOptions(process.argv.slice(2)) });
  const log = createLog('worker', env);
  const worker = await startWorker(env, log);
  process.send?.(worker.description);
  log.info(`Worker ready: ${env.KINDRED_WORKERS} jobs at a time on ${worker.description}.`);
  // Ctrl-C may come twice: from the terminal, and from who started this process.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      await worker.stop();
      process.exit();
    });
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
