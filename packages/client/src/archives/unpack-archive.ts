import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { extract } from 'tar-stream';
import { fillFolder } from '../fill-folder.ts';
import { KindredError } from '../kindred-error.ts';
import { type ListedFile, listedFiles, manifestName, refused } from './listed-files.ts';

/** How many bytes of all have come or gone. */
export type OnBytes = (done: number, total: number) => void;

/**
 * Writes what comes as a tar into a folder that isn't there or is empty, all of it or nothing; answers with its files. Throws
 * BAD_INPUT for what isn't what the archive's manifest lists, CONFLICT for a folder that holds something.
 */
export async function unpackArchive(
  tar: globalThis.ReadableStream<Uint8Array>,
  folder: string,
  onBytes: OnBytes,
): Promise<ListedFile[]> {
  return fillFolder(folder, (draft) => writeFiles(tar, draft, onBytes));
}

async function writeFiles(
  tar: globalThis.ReadableStream<Uint8Array>,
  folder: string,
  onBytes: OnBytes,
): Promise<ListedFile[]> {
  const source = Readable.fromWeb(tar as ReadableStream);
  const entries = extract();
  source.once('error', (cause) => entries.destroy(brokenOff(cause)));
  source.pipe(entries);
  let files: ListedFile[] | undefined;
  let [done, total, place] = [0, 0, 0];
  for await (const entry of entries) {
    const { name } = entry.header;
    const content = entry as AsyncIterable<Uint8Array>;
    if (!files) {
      if (name !== manifestName) throw refused(`it begins with ${name}`);
      const text = await readText(content);
      files = listedFiles(text);
      total = files.reduce((sum, { bytes }) => sum + bytes, 0);
      await writeFile(path.join(folder, manifestName), text);
      continue;
    }
    // The order is that of the manifest.
    const file = files[place++];
    if (file?.path !== name) throw refused(`${name} isn't what its manifest lists next`);
    await writeListed(file, content, path.join(folder, name), (bytes) => {
      done += bytes;
      onBytes(done, total);
    });
  }
  if (!files || place < files.length) throw refused('it ends early');
  return files;
}

async function writeListed(
  { path: name, sha256 }: ListedFile,
  content: AsyncIterable<Uint8Array>,
  to: string,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const hash = createHash('sha256');
  await mkdir(path.dirname(to), { recursive: true });
  async function* checked() {
    for await (const chunk of content) {
      hash.update(chunk);
      onBytes(chunk.byteLength);
      yield chunk;
    }
  }
  await pipeline(checked, createWriteStream(to));
  if (hash.digest('hex') !== sha256) throw refused(`${name} isn't what it is listed as`);
}

async function readText(content: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function brokenOff(cause: unknown): KindredError {
  const message = 'The server broke off before all had come: its log says why; then try again.';
  return new KindredError('UNREACHABLE', message, { cause });
}
