import type { z } from 'zod';
import { DomainError } from '../errors/domain-error.ts';
import { type ExperimentConfig, experimentConfig } from './experiment-config.ts';

/** Reads a configuration. Throws one BAD_INPUT that lists every problem: where, what came, and what was wanted. */
export function parseExperimentConfig(input: unknown): ExperimentConfig {
  const { success, data, error } = experimentConfig.safeParse(input);
  if (success) return data;
  const problems = error.issues.map((issue) => `- ${describe(issue, input)}`);
  throw new DomainError('BAD_INPUT', ['This experiment cannot be started:', ...problems].join('\n'));
}

function describe(issue: z.core.$ZodIssue, input: unknown): string {
  const place = issue.path.join('.') || 'the experiment';
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
