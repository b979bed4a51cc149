import type { IncomingHttpHeaders } from 'node:http';
import { DomainError } from '@kindred/core';
import type { RequestHandler } from 'express';
import { type AddressOf, socketAddress } from './address-of.ts';
import { isLoopbackHeader } from './loopback.ts';
import { owner, type Viewer } from './viewer.ts';

export interface PasswordReset {
  /** Works once. */
  secret: string;
  expiresAt: Date;
}

/** Tells who asks. */
export interface Gate {
  /** Null for who isn't signed in. Throws UNAUTHENTICATED for a key that doesn't work, FORBIDDEN for who has no workspace. */
  identify(headers: IncomingHttpHeaders): Promise<Viewer | null>;
  addressOf: AddressOf;
  /** Signing up, in and out; none where nobody needs to. */
  routes?: RequestHandler;
  /** A secret by which a person sets a new password, for an admin to pass on; an earlier one works no more. */
  createPasswordReset?(userId: string, adminId: string): Promise<PasswordReset>;
  close(): Promise<void>;
}

/**
 * Everybody who reaches a server on loopback is its owner, but for pages elsewhere that reach it by a name of their own which they
 * have made to mean this machine (DNS rebinding): those get FORBIDDEN.
 */
export const openGate: Gate = {
  async identify({ host = '' }) {
    if (isLoopbackHeader(host)) return owner;
    throw new DomainError(
      'FORBIDDEN',
      `This server answers 127.0.0.1 and localhost, not ${host.slice(0, 80)}.`,
    );
  },
  addressOf: socketAddress,
  close: async () => {},
};
