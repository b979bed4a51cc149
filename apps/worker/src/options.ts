import { parseOptions } from './run-experiment/command.ts';

const usage =
  'kindred worker [--database postgres://user:password@host:port/name] [--store <folder>|s3://bucket/prefix] [--label <label>]… [--data <folder>] [--jobs <n>] [--threads <n>]';

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;

/**
 * A worker's command line as the settings that it stands for, which `readEnv` checks; what isn't there is left to the environment.
 * Throws BAD_INPUT, with the usage, for what it doesn't know.
 */
export function readOptions(args: readonly string[]): NodeJS.ProcessEnv {
  const options = { database: text, store: text, label: texts, data: text, jobs: text, threads: text };
  const { database, store, label, data, jobs, threads } = parseOptions(args, options, usage);
  return {
    ...(database !== undefined && { DATABASE_URL: database }),
    ...(store !== undefined && { KINDRED_ARTIFACTS: store }),
    ...(label !== undefined && { KINDRED_LABELS: label.join() }),
    ...(data !== undefined && { KINDRED_DATA: data }),
    ...(jobs !== undefined && { KINDRED_WORKERS: jobs }),
    ...(threads !== undefined && { KINDRED_THREADS: threads }),
  };
}
