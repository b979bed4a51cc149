import { addAbortSignal } from 'node:stream';
import { addOwnImage, DomainError, mayAct } from '@kindred/core';
import type { Request, RequestHandler, Response } from 'express';
import pLimit from 'p-limit';
import { audited } from '../access/audited.ts';
import type { Context } from '../context.ts';
import type { RateLimit } from '../limits/rate-limit.ts';
import { loadExperiment } from '../modules/experiments/load-experiment.ts';
import { uprightPicture } from './upright-picture.ts';

const mediaType = 'application/octet-stream';

/** Of a picture as it comes: the dashboard passes on 10 MB at most. */
const mostBytes = 8 * 2 ** 20;

/** Values that the graph would answer with for as much work: a hundred pictures a minute, unless the server's limit is another. */
const values = 100_000;

/** Each holds its bytes in memory until it is decoded. */
const atOnce = 16;
/** For one to come. */
const longestMs = 60_000;

/** Each holds its pixels in memory. */
const decodedAtOnce = 2;

export interface OwnImageSettings {
  contextOf(request: Request, response: Response): Context;
  rateLimit: RateLimit;
}

/**
 * `POST /own-images/<experiment>?name=cat.jpg`: takes the bytes of a picture as an image that the experiment's networks can look at, for
 * editors. Answers 201 with its index, 200 where the same is there already. Its type is one that pages elsewhere can't send without
 * being asked.
 */
export function takeOwnImage({
  contextOf,
  rateLimit,
}: OwnImageSettings): RequestHandler<{ experiment: string }> {
  const decoded = pLimit(decodedAtOnce);
  let underWay = 0;
  return async (request, response) => {
    const context = contextOf(request as Request, response);
    const { db, artifacts, viewer, caller } = context;
    const name = nameOf(request.query.name);
    const told: Record<string, unknown> = { experiment: request.params.experiment.slice(0, 40), name };
    const { userId: authorId } = viewer;
    const { image, isNew } = await audited(context, 'addOwnImage', told, async () => {
      if (!mayAct(viewer.role, 'editor'))
        throw new DomainError(
          'FORBIDDEN',
          `Only editors and admins bring images, and you are ${viewer.role} in this workspace.`,
        );
      if (request.get('Content-Type') !== mediaType)
        throw new DomainError('BAD_INPUT', `A picture is sent as ${mediaType}, whatever its format.`);
      const { id } = await loadExperiment(request.params.experiment, context);
      await rateLimit.take(caller, values);
      if (underWay >= atOnce)
        throw new DomainError(
          'RATE_LIMITED',
          `${atOnce} pictures are coming already: send it again in a minute.`,
        );
      underWay++;
      try {
        const file = await readWhole(request);
        const picture = await decoded(() => uprightPicture(file));
        return await addOwnImage(db, artifacts, id, { name, authorId, ...picture });
      } finally {
        underWay--;
      }
    });
    const { imageIndex, width, height } = image;
    response.status(isNew ? 201 : 200).json({ imageIndex, name: image.name, width, height, isNew });
  };
}

/** What a file is called is only ever shown. */
function nameOf(name: unknown): string {
  const shown = typeof name === 'string' ? name.replaceAll(/\p{C}/gu, '').trim().slice(0, 200) : '';
  return shown || 'picture';
}

/** What comes after a refusal is read and forgotten, so that whoever sends it hears the answer. */
async function readWhole(body: Request): Promise<Buffer> {
  if (Number(body.get('Content-Length')) > mostBytes) throw tooLarge(body);
  addAbortSignal(AbortSignal.timeout(longestMs), body);
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body.iterator({ destroyOnReturn: false })) {
    bytes += part.length;
    if (bytes > mostBytes) throw tooLarge(body);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(body: Request): DomainError {
  body.resume();
  return new DomainError(
    'BAD_INPUT',
    `More than ${mostBytes} bytes came: make the picture smaller, networks see little of it anyway.`,
  );
}
