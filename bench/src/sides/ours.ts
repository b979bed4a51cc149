import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keptMemory } from '@kindred/ml';
import type { Contender } from './contender.ts';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const server = fileURLToPath(new URL('./serve-work.ts', import.meta.url));

/** A work of `../works`, by the name of its file, in a process of its own, with the memory settings that workers give to theirs. */
export function ours(work: string, values: object): Contender {
  return (threads) => ({
    command: process.execPath,
    variables: keptMemory,
    args: ['--import', tsx, server, work, String(threads), JSON.stringify(values)],
  });
}
