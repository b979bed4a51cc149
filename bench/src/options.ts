import { badInput } from '@kindred/ml';
import { readArguments } from './read-arguments.ts';
import type { Row } from './rows/row.ts';

export interface Options {
  /** Those to be measured, in the registry's order. */
  rows: readonly Row[];
  json: boolean;
  /** Pairs of steps of each row; without it each row's own. */
  rounds?: number;
  /** Processor threads of both sides; without it each row's own. */
  threads?: number;
}

export const usage = 'npm run bench -- [--only row[,row]] [--json] [--rounds n] [--threads n]';

const text = { type: 'string' } as const;
const accepted = { only: text, json: { type: 'boolean' }, rounds: text, threads: text } as const;

/** @throws BAD_INPUT for an option or a row that isn't there, naming those that are */
export function parseOptions(args: readonly string[], rows: readonly Row[]): Options {
  const { only, json = false, rounds, threads } = readArguments(args, accepted, usage);
  return {
    rows: only === undefined ? rows : chosenRows(only, rows),
    json,
    rounds: positiveInteger('--rounds', rounds),
    threads: positiveInteger('--threads', threads),
  };
}

/** A row is chosen by its own name or by its group's. */
function chosenRows(only: string, rows: readonly Row[]): Row[] {
  const names = only.split(',').map((name) => name.trim());
  const known = [...new Set(rows.flatMap(({ group, name }) => [group, name]))];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw badInput(`Unknown row "${unknown}": known are ${known.join(', ')}.`);
  return rows.filter(({ group, name }) => names.includes(name) || names.includes(group));
}

function positiveInteger(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw badInput(`${option} takes a whole number of 1 or more; "${text}" came.`);
}
