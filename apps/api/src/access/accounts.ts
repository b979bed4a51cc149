import { auditAccount, type Log, silentLog } from '@kindred/core';
import { betterAuth } from 'better-auth';
import { toNodeHandler } from 'better-auth/node';
import type { RequestHandler } from 'express';
import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { accountHooks } from './account-hooks.ts';
import { addressHeader, createAddressOf } from './address-of.ts';
import { joining } from './joining.ts';
import { createPasswordTries } from './password-tries.ts';

export interface AccountsOptions {
  databaseUrl: string;
  /** Signs cookies; 32 characters at least. */
  secret: string;
  /** Where people reach the dashboard, for example `https://kindred.example.org`. */
  publicUrl: string;
  /** Whose `X-Forwarded-For` is believed, beside the dashboard's: see `createAddressOf`. Default none. */
  trustedProxies?: readonly string[];
  /** Default nobody listens. */
  log?: Log;
}

const routesPath = '/api/auth';
/** All else that better-auth can do is not asked for, so it isn't there. */
const openRoutes = [
  'sign-up/email',
  'sign-in/email',
  'sign-out',
  'get-session',
  'accept-invitation',
  'change-password',
  'reset-password',
  'list-sessions',
  'revoke-session',
  'revoke-other-sessions',
].map((route) => `${routesPath}/${route}`);

export type Accounts = ReturnType<typeof createAccounts>;

/** People's names and passwords, and their sessions. Who signs up brings an invitation. */
export function createAccounts(
  db: DataSource,
  { databaseUrl, secret, publicUrl, trustedProxies = [], log = silentLog }: AccountsOptions,
) {
  const addressOf = createAddressOf(trustedProxies);
  const tries = createPasswordTries();
  const pool = new Pool({ connectionString: databaseUrl, max: 4, options: '-c search_path=auth' });
  const auth = betterAuth({
    database: pool,
    secret,
    baseURL: publicUrl,
    basePath: routesPath,
    telemetry: { enabled: false },
    // What it would add to a message may be a secret.
    logger: { level: 'warn', log: (level, message) => log[level](message) },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 12,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: async ({ user }, request) => {
        await tries.forget(user.email);
        await auditAccount(db, user.id, 'resetPassword', request?.headers.get(addressHeader) ?? null);
      },
    },
    // Sessions are listed for who signed in longer ago than a day, too.
    session: { freshAge: 0 },
    verification: { storeIdentifier: 'hashed' },
    rateLimit: { enabled: true },
    // The check is said to be on, since better-auth leaves it out by itself in tests.
    advanced: {
      cookiePrefix: 'kindred',
      database: { generateId: 'uuid' },
      disableOriginCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [joining(db)],
    hooks: accountHooks(db, tries),
  });
  const handle = toNodeHandler(async (request) => withRetryAfter(await auth.handler(request)));
  const routes: RequestHandler = (request, response, next) => {
    if (!openRoutes.includes(request.path)) return next();
    request.headers[addressHeader] = addressOf(request);
    return handle(request, response);
  };
  return { auth, addressOf, routes, close: () => pool.end() };
}

/** better-auth tells it by a name of its own. */
function withRetryAfter(response: Response): Response {
  const seconds = response.headers.get('X-Retry-After');
  if (seconds) response.headers.set('Retry-After', seconds);
  return response;
}
