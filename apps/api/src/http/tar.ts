import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ArchiveFile, DomainError, type IncomingFile } from '@kindred/core';
import { extract, type Pack, pack } from 'tar-stream';

/** The files one after the other, each read when its turn comes. */
export function packTar(files: readonly ArchiveFile[]): Readable {
  const tar = pack();
  writeFiles(tar, files).catch((error) => tar.destroy(error));
  return Readable.from(tar);
}

async function writeFiles(tar: Pack, files: readonly ArchiveFile[]): Promise<void> {
  for (const { path, bytes, content } of files)
    await pipeline(Readable.from(content()), tar.entry({ name: path, size: bytes }));
  tar.finalize();
}

/**
 * The files of a tar as they come. Throws BAD_INPUT for what is no tar, ends early, has other entries than files, or holds more than
 * so many bytes. What comes after a refusal is read and forgotten, so that whoever sends it hears the answer.
 */
export async function* unpackTar(tar: Readable, mostBytes: number): AsyncGenerator<IncomingFile> {
  const entries = extract();
  const endEarly = () => {
    if (!tar.readableEnded) entries.destroy(new Error('it ends early'));
  };
  tar.once('close', endEarly);
  tar.pipe(entries);
  let bytes = 0;
  try {
    for await (const entry of entries) {
      const { name: path, size = 0, type } = entry.header;
      bytes += size;
      if (type !== 'file') throw new Error(`${path} is no file but a ${type}`);
      if (bytes > mostBytes) throw new Error(`it holds more than ${mostBytes} bytes`);
      yield { path, content: told(entry as AsyncIterable<Uint8Array>) };
      entry.resume();
    }
  } catch (error) {
    throw refused(error);
  } finally {
    tar.off('close', endEarly).unpipe(entries).resume();
  }
}

async function* told(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* content;
  } catch (error) {
    throw refused(error);
  }
}

function refused(cause: unknown): DomainError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new DomainError('BAD_INPUT', `This is no whole tar of files: ${reason}.`, { cause });
}
