import { AuditEntry, acceptInvitation, type Invitation, type User } from '@kindred/core';
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint, sensitiveSessionMiddleware } from 'better-auth/api';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { addressHeader } from './address-of.ts';
import { asApiError } from './as-api-error.ts';

/** `accept-invitation`, for who has an account, if no workspace yet. */
export function joining(db: DataSource) {
  const body = z.object({ invitation: z.string() });
  return {
    id: 'joining',
    endpoints: {
      acceptInvitation: createAuthEndpoint(
        '/accept-invitation',
        { method: 'POST', body, use: [sensitiveSessionMiddleware] },
        async (request) => {
          const { user } = request.context.session;
          const address = request.headers?.get(addressHeader) ?? null;
          const { workspaceId } = await asApiError(() => join(db, request.body.invitation, user, address));
          return request.json({ workspaceId });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

/** Takes an invitation, and writes it down. */
export async function join(
  db: DataSource,
  secret: string,
  user: Pick<User, 'id' | 'email'>,
  address: string | null,
): Promise<Invitation> {
  const invitation = await acceptInvitation(db, secret, user);
  const { id, workspaceId, role } = invitation;
  const entry = { action: 'acceptInvitation', arguments: { invitation: id, role }, outcome: 'done' };
  await db.getRepository(AuditEntry).insert({ ...entry, workspaceId, userId: user.id, address });
  return invitation;
}
