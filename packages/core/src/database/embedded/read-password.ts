import { randomBytes, randomUUID } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

/** The password kept in the file, readable by its owner alone; drawn at random the first time. */
export async function readPassword(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    await drawPassword(file);
    return readFile(file, 'utf8');
  });
}

/** A link appears whole or not at all, and never replaces the password of a process that was faster. */
async function drawPassword(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
}
