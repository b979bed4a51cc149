import { availableParallelism } from 'node:os';
import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.string({
    error: 'DATABASE_URL must name a PostgreSQL database: postgres://user:password@host:port/name',
  }),
  /** Folder of the artifact store. */
  KINDRED_ARTIFACTS: z.string({ error: 'KINDRED_ARTIFACTS must name the folder of the artifact store' }),
  KINDRED_BACKEND: z.string().default('auto'),
  /** Jobs at a time, each in a process of its own. */
  KINDRED_WORKERS: z.coerce
    .number({ error: 'KINDRED_WORKERS must be the number of jobs to run at a time' })
    .int()
    .min(1)
    .max(64)
    .default(availableParallelism()),
});

export type Env = z.infer<typeof schema>;

/** The settings of a worker; every problem is told at once. */
export function readEnv(variables: NodeJS.ProcessEnv = process.env): Env {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}
