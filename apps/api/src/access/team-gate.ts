import type { IncomingHttpHeaders } from 'node:http';
import { DomainError, findKeyHolder, findMemberships, type Membership } from '@kindred/core';
import { fromNodeHeaders } from 'better-auth/node';
import type { DataSource } from 'typeorm';
import { type AccountsOptions, createAccounts } from './accounts.ts';
import type { Gate } from './gate.ts';
import { createPasswordReset } from './password-resets.ts';
import type { Viewer } from './viewer.ts';

/** The workspace that somebody with several looks at, by its id. */
const workspaceHeader = 'x-kindred-workspace';
/** The same as a browser remembers it; who has left that one looks at their earliest. */
const workspaceCookie = /(?:^|; *)kindred-workspace=([^;]+)/;

/** Lets in who brings an API key, or has signed in. */
export function createTeamGate(db: DataSource, options: AccountsOptions): Gate {
  const accounts = createAccounts(db, options);
  return {
    async identify(headers) {
      const key = bearerOf(headers);
      const wanted = headers[workspaceHeader]?.toString();
      if (key !== undefined) return identifyKey(db, key, wanted);
      const session = await accounts.auth.api.getSession({ headers: fromNodeHeaders(headers) });
      if (!session) return null;
      const remembered = headers.cookie?.match(workspaceCookie)?.[1];
      const memberships = await findMemberships(db, session.user.id);
      const { role, workspaceId } = choose(memberships, wanted, remembered);
      return { role, workspaceId, userId: session.user.id, apiKeyId: null };
    },
    addressOf: accounts.addressOf,
    routes: accounts.routes,
    async createPasswordReset(userId, adminId) {
      return createPasswordReset(await accounts.auth.$context, userId, adminId);
    },
    close: accounts.close,
  };
}

function bearerOf({ authorization }: IncomingHttpHeaders): string | undefined {
  return authorization?.match(/^Bearer +(\S+)$/i)?.[1];
}

async function identifyKey(db: DataSource, secret: string, wanted: string | undefined): Promise<Viewer> {
  const holder = await findKeyHolder(db, secret);
  if (!holder) {
    throw new DomainError(
      'UNAUTHENTICATED',
      'This API key does not work, or no more: make a new one under Workspace on the dashboard.',
    );
  }
  const { key, role } = holder;
  const { id: apiKeyId, workspaceId, userId } = key;
  if (wanted && wanted !== workspaceId) {
    throw new DomainError(
      'FORBIDDEN',
      `This API key is of the workspace ${workspaceId}, and not of ${wanted.slice(0, 80)}: make one there.`,
    );
  }
  return { role, workspaceId, userId, apiKeyId };
}

function choose(
  memberships: Membership[],
  wanted: string | undefined,
  remembered: string | undefined,
): Membership {
  const named = (id: string | undefined) => memberships.find(({ workspaceId }) => workspaceId === id);
  const chosen = wanted ? named(wanted) : (named(remembered) ?? memberships[0]);
  if (chosen) return chosen;
  throw new DomainError(
    'FORBIDDEN',
    wanted
      ? `You are no member of the workspace ${wanted.slice(0, 80)}: \`viewer.workspaces\` lists yours.`
      : 'You are a member of no workspace: ask an admin of one to invite you.',
  );
}
