#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { register } from 'tsx/esm/api';

/** In a checkout. */
const worker = new URL('../../../scripts/worker.mjs', import.meta.url);

if (process.argv[2] === 'worker' && existsSync(worker)) {
  process.argv.splice(2, 1);
  await import(worker.href);
} else {
  register();
  const { kindred } = await import('../src/commands/kindred.ts');
  process.exitCode = await kindred(process.argv.slice(2), process);
}
