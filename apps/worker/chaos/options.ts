import { DomainError } from '@kindred/core';
import { parseOptions as parse } from '../src/run-experiment/command.ts';
import { scenarios } from './scenarios.ts';

export interface Options {
  /** How often each scenario happens at least. */
  rounds: number;
  /** No round begins after these. */
  minutes: number;
  /** Words in the names of the scenarios that happen. */
  only: string;
}

const usage = 'npm run chaos -- [--rounds <n>] [--minutes <n>] [--only <words of a scenario>]';

/** Throws BAD_INPUT, with the usage, for what it doesn't know. */
export function parseOptions(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const {
    rounds = '1',
    minutes = '0',
    only = '',
  } = parse(args, { rounds: text, minutes: text, only: text }, usage);
  if (!scenarios.some(({ name }) => name.includes(only)))
    throw new DomainError(
      'BAD_INPUT',
      `--only ${only} is in no name: ${scenarios.map(({ name }) => name).join(', ')}.\n${usage}`,
    );
  return { rounds: readCount('rounds', rounds), minutes: readCount('minutes', minutes), only };
}

function readCount(name: string, text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new DomainError('BAD_INPUT', `--${name} ${text} is no whole number of 0 or more.\n${usage}`);
}
