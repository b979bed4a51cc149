import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { DomainError } from '@kindred/core';
import type { RemoteFile } from './sources.ts';

/** Told how many bytes are there of how many; the total is undefined where the server doesn't tell it. */
export type OnBytes = (done: number, total: number | undefined) => void;

/** A server that sends nothing for so long is given up. */
const patienceMs = 30_000;

/**
 * Fetches a file to its place once its checksum is right; one that lies there already is only checked. What came before an
 * interruption is kept beside it as `.part`, and the next call goes on from there; what has another checksum is thrown away.
 * @throws DomainError UNAVAILABLE that says what happened
 */
export async function fetchFile(
  { url, md5 }: RemoteFile,
  target: string,
  onBytes: OnBytes,
  patience = patienceMs,
): Promise<void> {
  if (await sizeOf(target)) return requireChecksum(target, target, md5);
  const part = `${target}.part`;
  await download(url, part, onBytes, patience);
  await requireChecksum(part, url, md5);
  await rename(part, target);
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}

async function download(url: string, part: string, onBytes: OnBytes, patience: number): Promise<void> {
  const interruption = new AbortController();
  const timer = setTimeout(
    () => interruption.abort(new Error(`nothing came for ${patience / 1000} s`)),
    patience,
  );
  const begun = await sizeOf(part);
  try {
    const response = await fetch(url, {
      signal: interruption.signal,
      headers: begun > 0 ? { range: `bytes=${begun}-` } : {},
    });
    const rest = begun > 0 && response.status === 206;
    // What is there is as long as the file or longer: the checksum tells.
    if (begun > 0 && response.status === 416) return await response.body?.cancel();
    if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
    let done = rest ? begun : 0;
    const length = Number(response.headers.get('content-length') ?? Number.NaN);
    const total = Number.isNaN(length) ? undefined : done + length;
    const file = await open(part, rest ? 'a' : 'w');
    try {
      for await (const bytes of response.body!) {
        timer.refresh();
        await file.writeFile(bytes);
        done += bytes.length;
        onBytes(done, total);
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new DomainError('UNAVAILABLE', `${url}: ${reasonOf(error)}.`);
  } finally {
    clearTimeout(timer);
  }
}

/** fetch says only that it failed, and has the reason behind that. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
}

/** Throws the file away where it is another. */
async function requireChecksum(file: string, name: string, md5: string): Promise<void> {
  const hash = createHash('md5');
  for await (const bytes of createReadStream(file)) hash.update(bytes);
  const came = hash.digest('hex');
  if (came === md5) return;
  await rm(file);
  throw new DomainError(
    'UNAVAILABLE',
    `${name} has the MD5 ${came}, and ${md5} was wanted: what came was thrown away.`,
  );
}
