import { Artifact } from '@kindred/core';
import type { RequestHandler } from 'express';
import type { Services } from '../context.ts';

type Stores = Pick<Services, 'db' | 'artifacts'>;

const digestForm = /^[0-9a-f]{64}$/;

/** `GET /artifacts/<digest>`: the bytes, which never change under their name. */
export function serveArtifact({ db, artifacts }: Stores): RequestHandler<{ digest: string }> {
  return async (request, response, next) => {
    const { digest } = request.params;
    const artifact = digestForm.test(digest) ? await db.getRepository(Artifact).findOneBy({ digest }) : null;
    response.set('X-Content-Type-Options', 'nosniff');
    if (!artifact) {
      response.status(404).type('text/plain');
      response.send(`No artifact has the digest ${digest.slice(0, 80)}.\n`);
      return;
    }
    response.set(headersOf(artifact));
    if (request.get('If-None-Match')?.includes(digest)) {
      response.status(304).end();
      return;
    }
    // The caching headers are set already; the store may lie in a hidden folder.
    const options = { cacheControl: false, etag: false, lastModified: false, dotfiles: 'allow' } as const;
    response.sendFile(artifacts.pathOf(digest), options, (error) => error && next(error));
  };
}

function headersOf({ digest, mediaType }: Artifact): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Disposition': mediaType === 'image/png' ? 'inline' : 'attachment',
    'Cache-Control': 'public, max-age=31536000, immutable',
    ETag: `"${digest}"`,
  };
}
