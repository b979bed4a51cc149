import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DomainError } from '../errors/domain-error.ts';
import { type ListedFile, type Manifest, manifestPath, parseManifest } from './manifest.ts';

/** A file of an archive as it comes from outside. */
export interface IncomingFile {
  path: string;
  content: AsyncIterable<Uint8Array>;
}

/** An archive whose files lie in a folder of ours and are what its manifest says. */
export interface Spooled {
  manifest: Manifest;
  /** Where a listed file lies; undefined for what isn't listed. */
  find(path: string): string | undefined;
  /** Of the first file with this digest. */
  withDigest(digest: string): (ListedFile & { at: string }) | undefined;
}

/** Some hundred thousand files. */
const largestManifest = 128 * 2 ** 20;

/**
 * Takes the files of an archive into a folder, the manifest first, under names of our own: no path from outside leads anywhere. Throws
 * BAD_INPUT for a file that isn't listed, isn't what it is listed as, or is missing.
 */
export async function spoolArchive(files: AsyncIterable<IncomingFile>, folder: string): Promise<Spooled> {
  let manifest: Manifest | undefined;
  let listed = new Map<string, ListedFile & { at: string }>();
  const missing = new Set<string>();
  for await (const { path, content } of files) {
    if (!manifest) {
      manifest = parseManifest(await readManifest(path, content));
      listed = new Map(
        manifest.files.map((file, index) => [file.path, { ...file, at: join(folder, String(index)) }]),
      );
      if (listed.size < manifest.files.length) throw refused(`${manifestPath} lists a file twice.`);
      for (const path of listed.keys()) missing.add(path);
      continue;
    }
    const file = listed.get(path);
    if (!file) throw refused(`"${path.slice(0, 200)}" is not listed in ${manifestPath}.`);
    if (!missing.delete(path)) throw refused(`${path} came twice.`);
    await spool(file, content);
  }
  if (!manifest) throw refused('It is empty.');
  const [first] = missing;
  if (first) throw refused(`${first} is missing, and ${missing.size - 1} more.`);
  const byDigest = new Map([...listed.values()].map((file) => [file.sha256, file]));
  return {
    manifest,
    find: (path) => listed.get(path)?.at,
    withDigest: (digest) => byDigest.get(digest),
  };
}

async function readManifest(path: string, content: AsyncIterable<Uint8Array>): Promise<string> {
  if (path !== manifestPath) throw refused(`It begins with "${path.slice(0, 200)}", not ${manifestPath}.`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.byteLength;
    if (bytes > largestManifest) throw refused(`${manifestPath} is larger than ${largestManifest} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

async function spool(
  { path, bytes, sha256, at }: ListedFile & { at: string },
  content: AsyncIterable<Uint8Array>,
) {
  const hash = createHash('sha256');
  let came = 0;
  async function* checked() {
    for await (const chunk of content) {
      came += chunk.byteLength;
      if (came > bytes) break;
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(checked, createWriteStream(at));
  if (came === bytes && hash.digest('hex') === sha256) return;
  throw refused(
    `${path} is not the file that ${manifestPath} lists: ${bytes} bytes with the SHA-256 ${sha256}.`,
  );
}

function refused(reason: string): DomainError {
  return new DomainError('BAD_INPUT', `This archive cannot be imported. ${reason}`);
}
