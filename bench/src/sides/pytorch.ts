import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Contender } from './contender.ts';

/** The one that the caller has chosen, then Debian's, for which there is a package python3-torch. */
const candidates = ['python3', '/usr/bin/python3'];

/** A script of `bench/peers`, by its name, in the first Python that has torch. */
export function pytorch(script: string, values: object): Contender {
  const file = fileURLToPath(new URL(`../../peers/${script}.py`, import.meta.url));
  return (threads) => {
    const python = findPython();
    if (!python)
      return { missing: `no ${candidates.join(' or ')} with torch here: apt-get install python3-torch` };
    return { command: python, args: ['-B', file, String(threads), JSON.stringify(values)] };
  };
}

let found: string | null | undefined;

function findPython(): string | null {
  found ??= candidates.find((python) => spawnSync(python, ['-c', 'import torch']).status === 0) ?? null;
  return found;
}
