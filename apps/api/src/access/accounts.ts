import { acceptInvitation, DomainError, type Log, requireInvitation, silentLog } from '@kindred/core';
import { betterAuth } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { toNodeHandler } from 'better-auth/node';
import type { RequestHandler } from 'express';
import { Pool } from 'pg';
import type { DataSource } from 'typeorm';

export interface AccountsOptions {
  databaseUrl: string;
  /** Signs cookies; 32 characters at least. */
  secret: string;
  /** Where people reach the dashboard, for example `https://kindred.example.org`. */
  publicUrl: string;
  /** Default nobody listens. */
  log?: Log;
}

const routesPath = '/api/auth';
/** All else that better-auth can do is not asked for, so it isn't there. */
const openRoutes = ['sign-up/email', 'sign-in/email', 'sign-out', 'get-session'].map(
  (route) => `${routesPath}/${route}`,
);

export type Accounts = ReturnType<typeof createAccounts>;

/** People's names and passwords, and their sessions. Who signs up brings an invitation. */
export function createAccounts(
  db: DataSource,
  { databaseUrl, secret, publicUrl, log = silentLog }: AccountsOptions,
) {
  const pool = new Pool({ connectionString: databaseUrl, max: 4, options: '-c search_path=auth' });
  const auth = betterAuth({
    database: pool,
    secret,
    baseURL: publicUrl,
    basePath: routesPath,
    telemetry: { enabled: false },
    // What it would add to a message may be a secret.
    logger: { level: 'warn', log: (level, message) => log[level](message) },
    emailAndPassword: { enabled: true, minPasswordLength: 12 },
    rateLimit: { enabled: true },
    // The check is said to be on, since better-auth leaves it out by itself in tests.
    advanced: { cookiePrefix: 'kindred', database: { generateId: 'uuid' }, disableOriginCheck: false },
    hooks: {
      before: createAuthMiddleware(async ({ path, body }) => {
        if (path === '/sign-up/email')
          await refusedAsApiError(() => requireInvitation(db, ...invitedBy(body)));
      }),
      after: createAuthMiddleware(async ({ path, body, context }) => {
        const user = context.newSession?.user;
        if (path !== '/sign-up/email' || !user) return;
        const [invitation] = invitedBy(body);
        await refusedAsApiError(() => acceptInvitation(db, invitation, user));
      }),
    },
  });
  const handle = toNodeHandler(auth);
  const routes: RequestHandler = (request, response, next) =>
    openRoutes.includes(request.path) ? handle(request, response) : next();
  return { auth, routes, close: () => pool.end() };
}

function invitedBy(
  body: { invitation?: unknown; email?: unknown } | undefined,
): [secret: string, email: string] {
  return [String(body?.invitation ?? ''), String(body?.email ?? '')];
}

async function refusedAsApiError(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new APIError('FORBIDDEN', { code: error.code, message: error.message });
  }
}
