import { auditAccount, DomainError, requireInvitation, User } from '@kindred/core';
import { createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import type { DataSource } from 'typeorm';
import { addressHeader } from './address-of.ts';
import { asApiError } from './as-api-error.ts';
import { join } from './joining.ts';
import { checkPasswordReset, endPasswordResets } from './password-resets.ts';
import type { PasswordTries } from './password-tries.ts';

/** What is ours about better-auth's routes: who may use them, and what follows. */
export function accountHooks(db: DataSource, tries: PasswordTries) {
  const before = createAuthMiddleware(async (request) => {
    const { path, body, context } = request;
    if (path === '/sign-up/email') await asApiError(() => checkSignUp(db, ...invitedBy(body)));
    if (path === '/sign-in/email') await asApiError(() => tries.count(String(body?.email)));
    if (path === '/reset-password')
      await asApiError(() => checkPasswordReset(db, context, String(body?.token ?? '')));
    if (path !== '/change-password') return undefined;
    const session = await getSessionFromCtx(request);
    if (session) await asApiError(() => tries.count(session.user.email));
    // Who changes a password because somebody knows it wants that one out, whatever the page asks for.
    return { context: { body: { ...body, revokeOtherSessions: true } } };
  });
  const after = createAuthMiddleware(async ({ path, body, headers, context }) => {
    const user = context.newSession?.user;
    if (!user) return;
    const address = headers?.get(addressHeader) ?? null;
    if (path === '/sign-up/email') await asApiError(() => join(db, invitedBy(body)[0], user, address));
    else await tries.forget(user.email);
    if (path === '/change-password') {
      await endPasswordResets(context, user.id);
      await auditAccount(db, user.id, 'changePassword', address);
    }
  });
  return { before, after };
}

async function checkSignUp(db: DataSource, secret: string, email: string): Promise<void> {
  await requireInvitation(db, secret, email);
  if (!(await db.getRepository(User).existsBy({ email: email.toLowerCase() }))) return;
  throw new DomainError('CONFLICT', `${email} has an account here: sign in to join.`);
}

function invitedBy(
  body: { invitation?: unknown; email?: unknown } | undefined,
): [secret: string, email: string] {
  return [String(body?.invitation ?? ''), String(body?.email ?? '')];
}
