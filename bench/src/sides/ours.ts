import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { keptMemory } from '@kindred/ml';
import type { Contender } from './contender.ts';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
/** With the decorators of core's entities, wherever the process is started. */
const tsconfig = fileURLToPath(new URL('../../../tsconfig.base.json', import.meta.url));
const server = fileURLToPath(new URL('./serve-work.ts', import.meta.url));

/** A work of `../works`, by the name of its file, in a process of its own, with the memory settings that workers give to theirs. */
export function ours(work: string, values: object): Contender {
  return (threads) => ({
    command: process.execPath,
    variables: { ...keptMemory, TSX_TSCONFIG_PATH: tsconfig },
    args: ['--import', tsx, server, work, String(threads), JSON.stringify(values)],
  });
}
