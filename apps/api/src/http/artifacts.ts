import { type Artifact, findArtifact } from '@kindred/core';
import type { RequestHandler } from 'express';
import type { Services } from '../context.ts';
import { viewerOf } from './identify.ts';

type Stores = Pick<Services, 'db' | 'artifacts'>;

/** The caching headers are our own, and the store may lie in a hidden folder. */
const sendOptions = { cacheControl: false, etag: false, lastModified: false, dotfiles: 'allow' } as const;

const digestForm = /^[0-9a-f]{64}$/;

/**
 * `GET /artifacts/<digest>`: the bytes, which never change under their name, for who sees an experiment that names them. Behind a further slash may stand any name that they
 * are to be saved by.
 */
export function serveArtifact({ db, artifacts }: Stores): RequestHandler<{ digest: string }> {
  return async (request, response, next) => {
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
    const headers = headersOf(artifact);
    if (request.get('If-None-Match')?.includes(digest)) {
      response.status(304).set(headers).end();
      return;
    }
    response.sendFile(artifacts.pathOf(digest), { ...sendOptions, headers }, (cause) => {
      if (!cause || response.headersSent) return;
      next(new Error(`Artifact ${digest} has a row but cannot be read.`, { cause }));
    });
  };
}

function headersOf({ digest, mediaType }: Artifact): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Disposition': mediaType === 'image/png' ? 'inline' : 'attachment',
    'Cache-Control': 'private, max-age=31536000, immutable',
    ETag: `"${digest}"`,
  };
}
