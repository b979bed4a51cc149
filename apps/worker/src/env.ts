import { availableParallelism } from 'node:os';
import { logVariables, tracingVariables } from '@kindred/core';
import { z } from 'zod';

const label = '[a-z0-9][a-z0-9._-]{0,62}';
const givenLabels = new RegExp(`^(${label}(,${label})*)?$`);

const workers = 'is no number of jobs to run at a time: write a whole number from 1 to 64';

const threads = 'is no number of processor threads: write a whole number of 1 or more';
const port = 'is no port: write a number from 1 to 65535, 0 for none';
const labels =
  'is no list of labels: write words of a–z, 0–9, ".", "_" and "-", with commas between, such as gpu';
const seconds = 'is no number of seconds: write 0 or more';
const megabytes = 'is no amount of memory: write a whole number of MB, 0 to keep nothing';

const schema = z.object({
  DATABASE_URL: z.string({ error: 'is missing: write postgres://user:password@host:port/name' }),
  /** Where the artifacts are: a folder, or a bucket. */
  KINDRED_ARTIFACTS: z.string({
    error: 'is missing: write the folder of the artifacts, or s3://bucket/prefix',
  }),
  /** Folder of the data that people put there, a folder a dataset. */
  KINDRED_DATA: z.string().default('.kindred/data'),
  KINDRED_BACKEND: z.string().default('auto'),
  /** What this worker has and others may not, with commas between. */
  KINDRED_LABELS: z.string().regex(givenLabels, labels).default(''),
  /** Jobs at a time, each in a process of its own. */
  KINDRED_WORKERS: z.coerce
    .number({ error: workers })
    .int(workers)
    .min(1, workers)
    .max(64, workers)
    .default(availableParallelism()),
  /** Processor threads that the jobs of this worker share. */
  KINDRED_THREADS: z.coerce
    .number({ error: threads })
    .int(threads)
    .min(1, threads)
    .default(availableParallelism()),
  /** How often a training keeps how far it has come. */
  KINDRED_CHECKPOINT_SECONDS: z.coerce.number({ error: seconds }).min(0, seconds).default(30),
  /** What each computing process keeps of compiled graphs that it doesn't use. */
  KINDRED_GRAPH_MEMORY_MB: z.coerce
    .number({ error: megabytes })
    .int(megabytes)
    .min(0, megabytes)
    .default(1024),
  /** Where health, readiness and metrics are told; 0 for nowhere. */
  KINDRED_WORKER_PORT: z.coerce.number({ error: port }).int(port).min(0, port).max(65_535, port).default(0),
  /** Whatever reaches this address may ask for those. */
  KINDRED_WORKER_HOST: z.string().default('127.0.0.1'),
  ...logVariables,
  ...tracingVariables,
});

export type Env = z.infer<typeof schema>;

/** The settings of a worker. Throws an Error with every problem, one a line: the variable, what came, what to write. */
export function readEnv(variables: NodeJS.ProcessEnv = process.env): Env {
  const { success, data, error } = schema.safeParse(variables);
  if (success) return data;
  const problems = error.issues.map(({ path, message }) => {
    const name = path.join('.');
    const came = variables[name];
    return `${name} ${came === undefined ? '' : `(${came}) `}${message}.`;
  });
  throw new Error(problems.join('\n'));
}

/** The environment of a process that works for this one, under these settings. */
export function variablesFor(env: Env): NodeJS.ProcessEnv {
  const settings = Object.entries(env).map(([name, value]) => [name, String(value)]);
  return { ...process.env, ...Object.fromEntries(settings) };
}
