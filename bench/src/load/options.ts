import { badInput } from '@kindred/ml';
import { readArguments } from '../read-arguments.ts';

export interface LoadOptions {
  minutes: number;
  /** Questions that are always under way. */
  concurrency: number;
}

const usage = 'npm run load -- [--minutes <n>] [--concurrency <n>]';

const text = { type: 'string' } as const;
const accepted = { minutes: text, concurrency: text };

/** @throws BAD_INPUT, with the usage, for what it doesn't know */
export function parseLoadOptions(args: readonly string[]): LoadOptions {
  const { minutes = '10', concurrency = '8' } = readArguments(args, accepted, usage);
  return { minutes: readCount('--minutes', minutes), concurrency: readCount('--concurrency', concurrency) };
}

function readCount(option: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 1 && value <= 1000) return value;
  throw badInput(`${option} takes a whole number from 1 to 1000; "${text}" came. Usage: ${usage}`);
}
