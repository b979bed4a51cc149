import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '@kindred/core';
import { fetchFile, type OnBytes } from './fetch-file.ts';
import type { RemoteFile, Source } from './sources.ts';
import { unpack } from './unpack.ts';

/**
 * Fetches data into its folder. Its files appear there when all of them have come, and each whole.
 * @param onBytes is told of the file under way
 * @throws DomainError UNAVAILABLE that says what happened, and what to do by hand
 */
export async function fetchSource(
  source: Source,
  dataFolder: string,
  onBytes: (file: string, ...progress: Parameters<OnBytes>) => void,
): Promise<void> {
  const downloads = path.join(dataFolder, '.downloads');
  const unpacked = path.join(downloads, source.folder);
  await rm(unpacked, { recursive: true, force: true });
  await mkdir(unpacked, { recursive: true });
  try {
    for (const file of source.files) {
      const name = nameOf(file);
      await fetchFile(file, path.join(downloads, name), (...progress) => onBytes(name, ...progress));
    }
    for (const file of source.files) await bring(file, downloads, unpacked);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, `${error.message}\n${byHand(source, dataFolder)}`);
  }
  await moveAll(unpacked, path.join(dataFolder, source.folder));
}

const nameOf = ({ url }: RemoteFile) => path.posix.basename(new URL(url).pathname);

async function bring(file: RemoteFile, downloads: string, unpacked: string): Promise<void> {
  const fetched = path.join(downloads, nameOf(file));
  if (!file.members) return rename(fetched, path.join(unpacked, nameOf(file)));
  await unpack(fetched, file.members, unpacked);
  await rm(fetched);
}

async function moveAll(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) await rename(path.join(from, name), path.join(to, name));
  await rm(from, { recursive: true });
}

function byHand({ name, folder, files }: Source, dataFolder: string): string {
  const fetched = files.map((file) => `  ${file.url} (MD5 ${file.md5})`);
  const kept = files.flatMap((file) => file.members ?? nameOf(file)).map((file) => path.posix.basename(file));
  return [
    `The same command goes on where this one stopped. Where this machine may not fetch ${name}, fetch it elsewhere,`,
    ...fetched,
    `put it into ${path.join(dataFolder, '.downloads')} and give the command again; or put what it holds into ${path.join(dataFolder, folder)}:`,
    `  ${kept.join(', ')}`,
  ].join('\n');
}
