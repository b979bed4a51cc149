import type { z } from 'zod';
import { DomainError } from './domain-error.ts';

/** Reads what came from outside. Throws one BAD_INPUT under the title, with every problem: where, what came, what was wanted. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  { title, whole }: { title: string; whole: string },
): z.infer<Schema> {
  const { success, data, error } = schema.safeParse(input);
  if (success) return data;
  const problems = error.issues.map((issue) => `- ${describe(issue, input, whole)}`);
  throw new DomainError('BAD_INPUT', [title, ...problems].join('\n'));
}

function describe(issue: z.core.$ZodIssue, input: unknown, whole: string): string {
  const place = issue.path.join('.') || whole;
  const value = valueAt(input, issue.path);
  const came = value === undefined ? 'nothing' : abbreviate(JSON.stringify(value));
  return `${place}: ${issue.message} (got ${came})`;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    input,
  );
}

function abbreviate(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
