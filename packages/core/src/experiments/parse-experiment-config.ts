import type { z } from 'zod';
import { DomainError } from '../errors/domain-error.ts';
import { type ExperimentConfig, experimentConfig } from './experiment-config.ts';

/** Reads a configuration. Throws one BAD_INPUT that lists every problem: where, what came, and what was wanted. */
export function parseExperimentConfig(input: unknown): ExperimentConfig {
  const { success, data, error } = experimentConfig.safeParse(input, { reportInput: true });
  if (success) return data;
  const problems = error.issues.map((issue) => `- ${describe(issue)}`);
  throw new DomainError('BAD_INPUT', ['This experiment cannot be started:', ...problems].join('\n'));
}

function describe(issue: z.core.$ZodIssue): string {
  const place = issue.path.join('.') || 'the experiment';
  const came = issue.input === undefined ? 'nothing' : abbreviate(JSON.stringify(issue.input));
  return `${place}: ${issue.message} (got ${came})`;
}

function abbreviate(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
