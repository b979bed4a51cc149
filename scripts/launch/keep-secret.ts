import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from './settings.ts';

/** What signs the cookies of an installation: KINDRED_SECRET, or one that is drawn at the first start and kept for its owner alone. */
export async function keepSecret({ home }: Settings): Promise<string> {
  const given = process.env.KINDRED_SECRET;
  if (given) return given;
  const file = path.join(home, 'secret');
  // `wx`: an earlier one stays.
  await writeFile(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(unlessItIsThere);
  return readFile(file, 'utf8');
}

function unlessItIsThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
