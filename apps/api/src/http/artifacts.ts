import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Artifact, DomainError } from '@kindred/core';
import type { RequestHandler } from 'express';
import type { Services } from '../context.ts';
import { reportUnexpected } from '../errors.ts';

type Stores = Pick<Services, 'db' | 'artifacts'>;

const digestForm = /^[0-9a-f]{64}$/;

/**
 * `GET /artifacts/<digest>`: the bytes, which never change under their name, always all of them. Behind a further slash may stand any
 * name that they are to be saved by. Of a file that was altered nobody gets the whole: the answer is an error or breaks off.
 */
export function serveArtifact({ db, artifacts }: Stores): RequestHandler<{ digest: string }> {
  return async (request, response) => {
    const { digest } = request.params;
    const artifact = digestForm.test(digest) ? await db.getRepository(Artifact).findOneBy({ digest }) : null;
    response.set('X-Content-Type-Options', 'nosniff');
    if (!artifact) {
      response.status(404).type('text/plain');
      response.send(`No artifact has the digest ${digest.slice(0, 80)}.\n`);
      return;
    }
    if (request.get('If-None-Match')?.includes(digest)) {
      response.status(304).set(headersOf(artifact)).end();
      return;
    }
    const bytes = await open(artifacts, digest);
    response.set(headersOf(artifact));
    await pipeline(bytes, response).catch((error: NodeJS.ErrnoException) => {
      // Who asked went away.
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') reportUnexpected(error);
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
    'Cache-Control': 'public, max-age=31536000, immutable',
    ETag: `"${digest}"`,
  };
}
