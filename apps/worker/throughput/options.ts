import { DomainError } from '@kindred/core';
import { parseOptions as parse } from '../src/run-experiment/command.ts';

const usage = 'npm run throughput -- [--workers <n>,<n>…]';

/** Numbers of workers to be measured, one after the other. Throws BAD_INPUT, with the usage, for what it doesn't know. */
export function parseOptions(args: readonly string[]): number[] {
  const { workers = '1,2,4' } = parse(args, { workers: { type: 'string' } }, usage);
  return workers.split(',').map((text) => {
    const count = Number(text);
    if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
    throw new DomainError('BAD_INPUT', `--workers takes numbers from 1 to 64; "${text}" came.\n${usage}`);
  });
}
