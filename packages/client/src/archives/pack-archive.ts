import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';
import { KindredError } from '../kindred-error.ts';
import { type ListedFile, listedFiles, manifestName, refused } from './listed-files.ts';
import type { OnBytes } from './unpack-archive.ts';

/**
 * A folder that an archive was written to as a tar again, its manifest first, with what that lists and nothing else. Throws NOT_FOUND
 * where there is no manifest, BAD_INPUT for one that names what lies elsewhere; a file that fails later ends the stream with its
 * error.
 */
export async function packArchive(folder: string, onBytes: OnBytes): Promise<ReadableStream<Uint8Array>> {
  const manifest = await readManifest(folder);
  const files = listedFiles(String(manifest));
  const tar = pack();
  writeFiles(tar, manifest, folder, files, onBytes).catch((error) => tar.destroy(error));
  return Readable.toWeb(Readable.from(tar)) as ReadableStream<Uint8Array>;
}

async function readManifest(folder: string): Promise<Buffer> {
  try {
    return await readFile(path.join(folder, manifestName));
  } catch (cause) {
    const advice = 'name the folder that kindred export wrote';
    throw new KindredError('NOT_FOUND', `There is no ${manifestName} in ${folder}: ${advice}.`, { cause });
  }
}

async function writeFiles(
  tar: Pack,
  manifest: Buffer,
  folder: string,
  files: readonly ListedFile[],
  onBytes: OnBytes,
): Promise<void> {
  tar.entry({ name: manifestName }, manifest);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const home = await realpath(folder);
  let done = 0;
  for (const { path: name, bytes } of files) {
    const content = createReadStream(await within(home, name, bytes));
    await pipeline(content, tar.entry({ name, size: bytes }));
    done += bytes;
    onBytes(done, total);
  }
  tar.finalize();
}

/** Throws for a link that leads out of the folder: what lies elsewhere isn't sent to anybody. */
async function within(home: string, name: string, bytes: number): Promise<string> {
  const at = await realpath(path.join(home, name)).catch(() => {
    throw refused(`${name} is missing`);
  });
  if (!at.startsWith(home + path.sep)) throw refused(`${name} leads out of it`);
  if ((await stat(at)).size !== bytes)
    throw refused(`${name} hasn't the ${bytes} bytes that it is listed with`);
  return at;
}
