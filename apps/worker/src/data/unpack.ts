import { createWriteStream } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '@kindred/core';
import { extract } from 'tar';
import { openPromise } from 'yauzl';

/**
 * Takes members out of a .tar.gz or .zip, by their paths there, into one folder under their own names. Nothing else is written.
 * @throws DomainError UNAVAILABLE if one is missing, or the archive can't be read
 */
export async function unpack(archive: string, members: readonly string[], folder: string): Promise<void> {
  const wanted = new Set(members);
  try {
    if (archive.endsWith('.zip')) await unpackZip(archive, wanted, folder);
    else await unpackTar(archive, wanted, folder);
    for (const member of members) await access(path.join(folder, path.posix.basename(member)));
  } catch (error) {
    throw new DomainError('UNAVAILABLE', `${archive} can't be unpacked: ${(error as Error).message}.`);
  }
}

/** Members lie one folder deep. */
async function unpackTar(archive: string, wanted: ReadonlySet<string>, folder: string): Promise<void> {
  const filter = (member: string, entry: { type?: string }) => wanted.has(member) && entry.type === 'File';
  await extract({ file: archive, cwd: folder, strip: 1, strict: true, filter: filter as never });
}

async function unpackZip(archive: string, wanted: ReadonlySet<string>, folder: string): Promise<void> {
  const zip = await openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    if (!wanted.has(entry.fileName)) continue;
    const bytes = await zip.openReadStreamPromise(entry);
    await pipeline(bytes, createWriteStream(path.join(folder, path.posix.basename(entry.fileName))));
  }
}
