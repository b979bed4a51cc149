import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { owner, type Viewer } from './viewer.ts';

/** Tells who asks. */
export interface Gate {
  /** Null for who isn't signed in. Throws UNAUTHENTICATED for a key that doesn't work, FORBIDDEN for who has no workspace. */
  identify(headers: IncomingHttpHeaders): Promise<Viewer | null>;
  /** Signing up, in and out; none where nobody needs to. */
  routes?: RequestHandler;
  close(): Promise<void>;
}

/** Everybody who reaches a server on loopback is its owner. */
export const openGate: Gate = {
  identify: async () => owner,
  close: async () => {},
};
