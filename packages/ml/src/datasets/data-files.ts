import { createReadStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import xz from 'xz-decompress';
import { badInput } from '../errors/domain-error.ts';

/** Unpacks a .xz file. */
export async function unpackXz(packed: Uint8Array): Promise<Uint8Array> {
  const stream = new xz.XzReadableStream(new Blob([packed as Uint8Array<ArrayBuffer>]).stream());
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const unpackers: Readonly<Record<string, (packed: Uint8Array) => Promise<Uint8Array>>> = {
  '': async (bytes) => bytes,
  '.gz': promisify(gunzip),
  '.xz': unpackXz,
};

const streamUnpackers: Readonly<Record<string, (packed: ReadableStream) => ReadableStream<Uint8Array>>> = {
  '.gz': (packed) => packed.pipeThrough(new DecompressionStream('gzip')),
  '.xz': (packed) => new xz.XzReadableStream(packed),
};

/** The file of that name, or packed as .gz or .xz, in the first folder that has it; undefined where none does. */
export async function findDataFile(folders: readonly string[], name: string): Promise<string | undefined> {
  for (const folder of folders) {
    for (const packing of Object.keys(unpackers)) {
      const file = path.join(folder, name + packing);
      const isThere = await access(file).then(
        () => true,
        () => false,
      );
      if (isThere) return file;
    }
  }
  return undefined;
}

/** @throws DomainError BAD_INPUT, naming the file, if it can't be read or unpacked */
export async function readDataFile(file: string): Promise<Uint8Array> {
  const unpack = unpackers[path.extname(file)] ?? unpackers['']!;
  try {
    return await unpack(await readFile(file));
  } catch (error) {
    throw unreadable(file, error);
  }
}

/**
 * The first bytes of a file, unpacked no further than it takes; fewer where it has fewer.
 * @throws DomainError BAD_INPUT, naming the file, if it can't be read or unpacked
 */
export async function readDataStart(file: string, length: number): Promise<Uint8Array> {
  const packed = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>;
  const reader = (streamUnpackers[path.extname(file)]?.(packed) ?? packed).getReader();
  const start = new Uint8Array(length);
  let filled = 0;
  try {
    while (filled < length) {
      const { value } = await reader.read();
      if (!value) break;
      start.set(value.subarray(0, length - filled), filled);
      filled += value.length;
    }
    await reader.cancel();
  } catch (error) {
    throw unreadable(file, error);
  }
  return start.subarray(0, filled);
}

const unreadable = (file: string, error: unknown) =>
  badInput(`${file} can't be read: ${(error as Error).message}.`, error);
