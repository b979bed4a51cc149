import { DomainError, type Role } from '@kindred/core';

/** Who asks, where, and what they may do there. */
export interface Viewer {
  role: Role;
  /** Null sees all: a server on loopback belongs to who runs it. */
  workspaceId: string | null;
  /** Null where nobody signs in. */
  userId: string | null;
  /** The key that a script came with. */
  apiKeyId: string | null;
}

/** Of a server on loopback. */
export const owner: Viewer = { role: 'admin', workspaceId: null, userId: null, apiKeyId: null };

/** Throws FORBIDDEN where there are no workspaces. */
export function requireWorkspace({ workspaceId }: Viewer): string {
  if (workspaceId) return workspaceId;
  throw new DomainError(
    'FORBIDDEN',
    'This server belongs to who runs it: start it with KINDRED_AUTH=team to share it.',
  );
}

/** Throws FORBIDDEN for a key, since who finds one must not be able to keep what it opens, and where there are no people. */
export function requirePerson(viewer: Viewer): string {
  requireWorkspace(viewer);
  const { userId, apiKeyId } = viewer;
  if (userId && !apiKeyId) return userId;
  throw new DomainError('FORBIDDEN', 'This is for people, and not for keys: sign in on the dashboard.');
}
