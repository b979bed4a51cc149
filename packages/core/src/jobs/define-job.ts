import type { z } from 'zod';

/** A kind of job: its name, and what its task needs to know. */
export interface JobDefinition<Name extends string = string, Payload extends z.ZodType = z.ZodType> {
  /** The stem of its `*.job.ts` and `*.task.ts` files. */
  name: Name;
  payload: Payload;
  /** Of the jobs that are ready, the highest goes first. */
  priority: number;
}

export function defineJob<const Name extends string, Payload extends z.ZodType>(
  definition: JobDefinition<Name, Payload>,
): JobDefinition<Name, Payload> {
  return definition;
}
