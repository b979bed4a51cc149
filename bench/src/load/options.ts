import { parseArgs } from 'node:util';
import { badInput } from '@kindred/ml';

export interface LoadOptions {
  minutes: number;
  /** Questions that are always under way. */
  concurrency: number;
}

const usage = 'npm run load -- [--minutes <n>] [--concurrency <n>]';

/** @throws BAD_INPUT, with the usage, for what it doesn't know */
export function parseLoadOptions(args: readonly string[]): LoadOptions {
  const { minutes = '10', concurrency = '8' } = readArguments(args);
  return { minutes: readCount('--minutes', minutes), concurrency: readCount('--concurrency', concurrency) };
}

function readArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { minutes: text, concurrency: text } }).values;
  } catch (error) {
    throw badInput(`${(error as Error).message.split('. ')[0]}. Usage: ${usage}`);
  }
}

function readCount(option: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 1 && value <= 1000) return value;
  throw badInput(`${option} takes a whole number from 1 to 1000; "${text}" came. Usage: ${usage}`);
}
