import type { IncomingHttpHeaders } from 'node:http';
import { DomainError, findKeyHolder, findMemberships, type Membership } from '@kindred/core';
import { fromNodeHeaders } from 'better-auth/node';
import type { DataSource } from 'typeorm';
import { type AccountsOptions, createAccounts } from './accounts.ts';
import type { Gate } from './gate.ts';
import type { Viewer } from './viewer.ts';

/** The workspace that somebody with several looks at, by its id; the earliest unless given. */
const workspaceHeader = 'x-kindred-workspace';

/** Lets in who brings an API key, or has signed in. */
export function createTeamGate(db: DataSource, options: AccountsOptions): Gate {
  const accounts = createAccounts(db, options);
  return {
    async identify(headers) {
      const key = bearerOf(headers);
      if (key !== undefined) return identifyKey(db, key);
      const session = await accounts.auth.api.getSession({ headers: fromNodeHeaders(headers) });
      return session ? identifyMember(db, session.user.id, headers[workspaceHeader]?.toString()) : null;
    },
    routes: accounts.routes,
    close: accounts.close,
  };
}

function bearerOf({ authorization }: IncomingHttpHeaders): string | undefined {
  return authorization?.match(/^Bearer +(\S+)$/i)?.[1];
}

async function identifyKey(db: DataSource, secret: string): Promise<Viewer> {
  const holder = await findKeyHolder(db, secret);
  if (!holder) {
    throw new DomainError(
      'UNAUTHENTICATED',
      'This API key does not work, or no more: make a new one under Workspace on the dashboard.',
    );
  }
  const { key, role } = holder;
  return { role, workspaceId: key.workspaceId, userId: key.userId, apiKeyId: key.id };
}

async function identifyMember(db: DataSource, userId: string, wanted: string | undefined): Promise<Viewer> {
  const { role, workspaceId } = choose(await findMemberships(db, userId), wanted);
  return { role, workspaceId, userId, apiKeyId: null };
}

function choose(memberships: Membership[], wanted: string | undefined): Membership {
  const chosen = wanted ? memberships.find(({ workspaceId }) => workspaceId === wanted) : memberships[0];
  if (chosen) return chosen;
  throw new DomainError(
    'FORBIDDEN',
    wanted
      ? `You are no member of the workspace ${wanted.slice(0, 80)}: \`viewer.workspaces\` lists yours.`
      : 'You are a member of no workspace: ask an admin of one to invite you.',
  );
}
