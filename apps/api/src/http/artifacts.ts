import { pipeline } from 'node:stream/promises';
import { type Artifact, DomainError, findArtifacts } from '@kindred/core';
import type { RequestHandler } from 'express';
import type { Services } from '../services.ts';
import { viewerOf } from './identify.ts';
import { recordOf } from './observe-requests.ts';
import { openArtifact } from './open-artifact.ts';
import { keepCopies } from './picture-copies.ts';
import { asCopy, checkPictures, widthAsked } from './smaller-picture.ts';

const digestForm = /^[0-9a-f]{64}$/;

/**
 * `GET /artifacts/<digest>`: the bytes, which never change under their name, always all of them, for who sees an experiment that names
 * them. Behind a further slash may stand any name that they are to be saved by. Of a file that was altered nobody gets the whole: the
 * answer is an error or breaks off. With `?width=128&format=webp` a picture comes as a copy of so many pixels, never a larger one.
 * Copies of several pictures of one size come as one, from left to right, where their digests stand with commas between.
 */
export function serveArtifact({
  db,
  artifacts,
}: Pick<Services, 'db' | 'artifacts'>): RequestHandler<{ digest: string }> {
  const copyOf = keepCopies(artifacts);
  return async (request, response) => {
    const digests = request.params.digest.split(',');
    const found = digests.every((digest) => digestForm.test(digest))
      ? await findArtifacts(db, digests, viewerOf(response).workspaceId)
      : [];
    const files = digests.map((digest) => found.find((artifact) => artifact.digest === digest));
    response.set('X-Content-Type-Options', 'nosniff');
    if (!files.every((file) => file !== undefined)) {
      response.status(404).type('text/plain');
      const missing = digests[files.indexOf(undefined)]!;
      response.send(`No artifact has the digest ${missing.slice(0, 80)}.\n`);
      return;
    }
    const width = widthAsked(request.query);
    if (width !== null) checkPictures(files);
    const headers = width === null ? headersOf(onlyOne(files)) : copyHeadersOf(files, width);
    if (request.get('If-None-Match')?.includes(headers.ETag!)) {
      response.status(304).set(headers).end();
      return;
    }
    if (width !== null) {
      // Who asked may have gone away meanwhile.
      const copy = await copyOf(digests, width, () => response.destroyed);
      if (copy) response.set(headers).send(copy);
      return;
    }
    const bytes = await openArtifact(artifacts, digests[0]!);
    response.set(headers);
    await pipeline(bytes, response).catch((error: NodeJS.ErrnoException) => {
      // Who asked went away.
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') recordOf(response).report(error);
    });
  };
}

function onlyOne([file, ...others]: readonly Artifact[]): Artifact {
  if (others.length === 0) return file!;
  throw new DomainError(
    'BAD_INPUT',
    `${1 + others.length} artifacts come as one in copies alone: write ${asCopy}.`,
  );
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

/** What copies are made of never changes either. */
function copyHeadersOf(files: readonly Artifact[], width: number): Record<string, string> {
  const digests = files.map(({ digest }) => digest).join();
  return { ...headersOf(files[0]!), 'Content-Type': 'image/webp', ETag: `"${digests}-${width}.webp"` };
}
