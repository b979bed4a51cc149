import { Artifact } from '@kindred/core';
import type { RequestHandler } from 'express';
import type { Services } from '../context.ts';

const digestForm = /^[0-9a-f]{64}$/;

/** `GET /artifacts/<digest>`: the bytes, which never change under their name. */
export function serveArtifact({
  db,
  artifacts,
}: Pick<Services, 'db' | 'artifacts'>): RequestHandler<{ digest: string }> {
  return async ({ params: { digest } }, response, next) => {
    const artifact = digestForm.test(digest) ? await db.getRepository(Artifact).findOneBy({ digest }) : null;
    response.set('X-Content-Type-Options', 'nosniff');
    if (!artifact) {
      response
        .status(404)
        .type('text/plain')
        .send(`No artifact has the digest ${digest.slice(0, 80)}.\n`);
      return;
    }
    const headers = {
      'Content-Type': artifact.mediaType,
      'Content-Disposition': artifact.mediaType === 'image/png' ? 'inline' : 'attachment',
      'Cache-Control': 'public, max-age=31536000, immutable',
      ETag: `"${digest}"`,
    };
    // The headers are set by hand; the store may lie in a hidden folder.
    const options = {
      headers,
      cacheControl: false,
      etag: false,
      lastModified: false,
      dotfiles: 'allow',
    } as const;
    response.sendFile(artifacts.pathOf(digest), options, (error) => error && next(error));
  };
}
