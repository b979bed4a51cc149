import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The version of Kindred that computes: the package's, and the commit where there is one. Stored beside every result. */
export const codeVersion = [packageVersion(), commit()].filter(Boolean).join('+');

/** Whether a version says all of the code: a commit, and nothing changed since. */
export function isCommitted(version: string): boolean {
  return /\+[0-9a-f]{7,}$/.test(version);
}

function packageVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}

function commit(): string | null {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty', '--exclude=*'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}
