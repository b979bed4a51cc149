import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Artifact, DomainError, findArtifact } from '@kindred/core';
import type { RequestHandler } from 'express';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import type { Services } from '../context.ts';
import { viewerOf } from './identify.ts';
import { recordOf } from './observe-requests.ts';
import { checkPicture, smallerPicture, widthAsked } from './smaller-picture.ts';

type Stores = Pick<Services, 'db' | 'artifacts'>;

/** Each holds a picture in memory, and a thread that others want too. */
const copiesAtOnce = 2;

/** Bytes of copies that are kept: some ten thousand, for the next who looks at the same family. */
const mostCopies = 64 * 2 ** 20;

const digestForm = /^[0-9a-f]{64}$/;

/**
 * `GET /artifacts/<digest>`: the bytes, which never change under their name, always all of them, for who sees an experiment that names
 * them. Behind a further slash may stand any name that they are to be saved by. Of a file that was altered nobody gets the whole: the
 * answer is an error or breaks off. With `?width=128&format=webp` a picture comes as a copy of so many pixels, never a larger one.
 */
export function serveArtifact({ db, artifacts }: Stores): RequestHandler<{ digest: string }> {
  const inTurn = pLimit(copiesAtOnce);
  const copies = new LRUCache<string, Buffer>({
    maxSize: mostCopies,
    sizeCalculation: ({ byteLength }) => byteLength,
  });
  const copyOf = async (digest: string, width: number): Promise<Buffer> => {
    const key = `${digest} ${width}`;
    const known = copies.get(key);
    if (known) return known;
    const copy = await smallerPicture(await buffer(await open(artifacts, digest)), width);
    copies.set(key, copy);
    return copy;
  };
  return async (request, response) => {
    const { digest } = request.params;
    const artifact = digestForm.test(digest)
      ? await findArtifact(db, digest, viewerOf(response).workspaceId)
      : null;
    response.set('X-Content-Type-Options', 'nosniff');
    if (!artifact) {
      response.status(404).type('text/plain');
      response.send(`No artifact has the digest ${digest.slice(0, 80)}.\n`);
      return;
    }
    const width = widthAsked(request.query);
    if (width !== null) checkPicture(artifact);
    const headers = width === null ? headersOf(artifact) : copyHeadersOf(artifact, width);
    if (request.get('If-None-Match')?.includes(headers.ETag!)) {
      response.status(304).set(headers).end();
      return;
    }
    if (width !== null) {
      // Who asked may have gone away meanwhile.
      const copy = await inTurn(() => (response.destroyed ? null : copyOf(digest, width)));
      if (copy) response.set(headers).send(copy);
      return;
    }
    const bytes = await open(artifacts, digest);
    response.set(headers);
    await pipeline(bytes, response).catch((error: NodeJS.ErrnoException) => {
      // Who asked went away.
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') recordOf(response).report(error);
    });
  };
}

/** Ready to be sent, which a file that isn't large is when it was checked. */
async function open(artifacts: Stores['artifacts'], digest: string): Promise<Readable> {
  try {
    const bytes = await artifacts.open(digest);
    await once(bytes, 'readable');
    return bytes;
  } catch (cause) {
    if (cause instanceof DomainError && cause.code === 'ALTERED') throw cause;
    throw new Error(`Artifact ${digest} has a row but cannot be read.`, { cause });
  }
}

/** No length: what is longer or shorter than it should be must not look whole. */
function headersOf({ digest, mediaType }: Artifact): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Disposition': mediaType === 'image/png' ? 'inline' : 'attachment',
    'Cache-Control': 'private, max-age=31536000, immutable',
    ETag: `"${digest}"`,
  };
}

/** What a copy is made of never changes either. */
function copyHeadersOf(artifact: Artifact, width: number): Record<string, string> {
  return { ...headersOf(artifact), 'Content-Type': 'image/webp', ETag: `"${artifact.digest}-${width}.webp"` };
}
