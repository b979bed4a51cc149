import { DomainError } from '@kindred/core';
import type { RequestHandler, Response } from 'express';
import type { Gate } from '../access/gate.ts';
import type { Viewer } from '../access/viewer.ts';

/** Lets on who is somebody; the others are refused with UNAUTHENTICATED before anything of the request is read. */
export function identify(gate: Gate): RequestHandler {
  return async (request, response, next) => {
    response.locals.viewer = await requireViewer(gate, request.headers);
    next();
  };
}

/** Who asks, behind `identify`. */
export function viewerOf(response: Response): Viewer {
  return response.locals.viewer;
}

export async function requireViewer(gate: Gate, headers: Parameters<Gate['identify']>[0]): Promise<Viewer> {
  const viewer = await gate.identify(headers);
  if (viewer) return viewer;
  throw new DomainError('UNAUTHENTICATED', 'Sign in, or send an API key: `Authorization: Bearer kdr_…`.');
}
