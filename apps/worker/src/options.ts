import { parseOptions } from './run-experiment/command.ts';

const usage =
  'npm run worker -- [--database postgres://user:password@host:port/name] [--store <folder>] [--data <folder>] [--jobs <n>] [--threads <n>]';

const text = { type: 'string' } as const;

/**
 * A worker's command line as the settings that it stands for, which `readEnv` checks; what isn't there is left to the environment.
 * Throws BAD_INPUT, with the usage, for what it doesn't know.
 */
export function readOptions(args: readonly string[]): NodeJS.ProcessEnv {
  const options = { database: text, store: text, data: text, jobs: text, threads: text };
  const { database, store, data, jobs, threads } = parseOptions(args, options, usage);
  return {
    ...(database !== undefined && { DATABASE_URL: database }),
    ...(store !== undefined && { KINDRED_ARTIFACTS: store }),
    ...(data !== undefined && { KINDRED_DATA: data }),
    ...(jobs !== undefined && { KINDRED_WORKERS: jobs }),
    ...(threads !== undefined && { KINDRED_THREADS: threads }),
  };
}
