import { parseArgs } from 'node:util';
import type { Command, Values } from './command.ts';
import { globalOptions } from './global-options.ts';
import { usage } from './help.ts';
import { UsageError } from './usage-error.ts';

export interface CommandLine {
  operands: string[];
  values: Values<Command['options']>;
  global: Values<typeof globalOptions>;
}

/** Reads what stands behind a command's name. Throws a UsageError for an option or a number of operands that it doesn't take. */
export function parseCommandLine(command: Command, args: readonly string[]): CommandLine {
  const { values, positionals } = parse(command, args);
  const { json = false, url, help = false, ...own } = values as Record<string, never>;
  if (!help) checkCount(command, positionals);
  return { operands: positionals, values: own, global: { json, url, help } };
}

function parse(command: Command, args: readonly string[]) {
  const options = { ...command.options, ...globalOptions };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}.`);
  }
}

function checkCount(command: Command, given: readonly string[]): void {
  const { operands } = command;
  const last = operands.at(-1)?.takes;
  const least = operands.length - (last === 'one or none' ? 1 : 0);
  const most = last === 'one or more' ? Number.POSITIVE_INFINITY : operands.length;
  if (given.length >= least && given.length <= most) return;
  const came = given.length === 0 ? 'nothing' : `"${given.join(' ')}"`;
  throw new UsageError(`${came} came behind ${command.name}: write kindred ${usage(command)}.`);
}
