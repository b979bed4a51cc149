import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Contender } from './contender.ts';

/** The one that the caller has chosen, then Debian's, for which there are packages. */
const candidates = ['python3', '/usr/bin/python3'];

export interface Needs {
  modules: readonly string[];
  /** Debian's, to have the modules. */
  packages: readonly string[];
}

/** A script of `bench/peers`, by its name, in the first Python that has what it imports. */
export function python(script: string, values: object, { modules, packages }: Needs): Contender {
  const file = fileURLToPath(new URL(`../../peers/${script}.py`, import.meta.url));
  return (threads) => {
    const command = findPython(`import ${modules.join(', ')}`);
    if (!command)
      return {
        missing: `no ${candidates.join(' or ')} with ${modules.join(', ')} here: apt-get install ${packages.join(' ')}`,
      };
    return { command, args: ['-B', file, String(threads), JSON.stringify(values)] };
  };
}

const found = new Map<string, string | undefined>();

function findPython(imports: string): string | undefined {
  if (!found.has(imports))
    found.set(
      imports,
      candidates.find((candidate) => spawnSync(candidate, ['-c', imports]).status === 0),
    );
  return found.get(imports);
}
