import type { EvaluationFieldsFragment } from '@kindred/client';

export type MetricName = 'accuracy' | 'nll' | 'ece' | 'kl' | 'pdr';

/** How each metric is headed and printed, in the order of the tables. */
export const metrics: { name: MetricName; heading: string; scale: number; digits: number }[] = [
  { name: 'accuracy', heading: 'Acc %', scale: 100, digits: 2 },
  { name: 'nll', heading: 'NLL', scale: 1, digits: 4 },
  { name: 'ece', heading: 'ECE', scale: 1, digits: 4 },
  { name: 'kl', heading: 'KL', scale: 1, digits: 4 },
  { name: 'pdr', heading: 'PDR %', scale: 100, digits: 2 },
];

/** The definitions that a set of evaluations follows, each once: two in one column would have to be told apart. */
export function definitionsOf(evaluations: EvaluationFieldsFragment[], metric: MetricName): string[] {
  const texts = evaluations.flatMap((evaluation) => evaluation[metric]?.definition ?? []);
  return [...new Set(texts)];
}
