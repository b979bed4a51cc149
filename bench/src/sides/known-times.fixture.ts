import { fileURLToPath } from 'node:url';
import type { Launch } from './contender.ts';

/** A process that answers as a side does, with known times. */
export function knownTimes(times: readonly number[], bytes = 2 ** 20, version = 'fixture'): Launch {
  const script = fileURLToPath(new URL('./known-times.fixture.mjs', import.meta.url));
  return { command: process.execPath, args: [script, JSON.stringify(times), String(bytes), version] };
}
