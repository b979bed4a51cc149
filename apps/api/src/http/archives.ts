import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DomainError, exportExperiment, importExperiment, mayAct } from '@kindred/core';
import type { Request, RequestHandler, Response } from 'express';
import { audited } from '../access/audited.ts';
import type { Context } from '../context.ts';
import type { RateLimit } from '../limits/rate-limit.ts';
import { loadExperiment } from '../modules/experiments/load-experiment.ts';
import { packTar, unpackTar } from './tar.ts';

const mediaType = 'application/x-tar';

/** Values that the graph would answer with for as much work: ten archives a minute, unless the server's limit is another. */
const values = 1_000_000;

export interface ArchiveSettings {
  contextOf(request: Request, response: Response): Context;
  rateLimit: RateLimit;
  /** Of an archive that is taken. */
  mostBytes: number;
}

/** `GET /archives/<experiment>`: all of an experiment as a tar, for whoever may look at it. */
export function giveArchive({
  contextOf,
  rateLimit,
}: ArchiveSettings): RequestHandler<{ experiment: string }> {
  return async (request, response) => {
    const context = contextOf(request as Request, response);
    const { db, artifacts, record } = context;
    const { id } = await loadExperiment(request.params.experiment, context);
    await rateLimit.take(context.caller, values);
    await withFolder(async (folder) => {
      const files = await exportExperiment(db, artifacts, id, folder);
      response.type(mediaType).attachment(`${id}.tar`).set({ 'Cache-Control': 'no-store' });
      await pipeline(packTar(files), response).catch((error) => {
        // Whoever asked has left, or sees the answer break off.
        if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') record.report(error);
      });
    });
  };
}

/**
 * `POST /archives`: takes such a tar into the caller's workspace, for editors. Answers 201 with the experiment's id and name, 200
 * where it is there already. Its type is one that pages elsewhere can't send without being asked.
 */
export function takeArchive({ contextOf, rateLimit, mostBytes }: ArchiveSettings): RequestHandler {
  return async (request, response) => {
    const context = contextOf(request, response);
    const { db, artifacts, viewer, caller } = context;
    const told: Record<string, unknown> = {};
    const { experiment, isNew } = await audited(context, 'importExperiment', told, async () => {
      if (!mayAct(viewer.role, 'editor'))
        throw new DomainError(
          'FORBIDDEN',
          `Only editors and admins import, and you are ${viewer.role} in this workspace.`,
        );
      requireTar(request);
      await rateLimit.take(caller, values);
      const imported = await importExperiment(
        db,
        artifacts,
        unpackTar(request, mostBytes),
        viewer.workspaceId,
      );
      told.id = imported.experiment.id;
      return imported;
    });
    const { id, name } = experiment;
    response.status(isNew ? 201 : 200).json({ id, name, isNew });
  };
}

function requireTar(request: Request): void {
  if (request.get('Content-Type') === mediaType) return;
  throw new DomainError('BAD_INPUT', `An archive is sent as ${mediaType}.`);
}

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-export-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
