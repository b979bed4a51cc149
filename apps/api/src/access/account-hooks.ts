import { auditAccount, DomainError, requireInvitation, User } from '@kindred/core';
import { createAuthMiddleware } from 'better-auth/api';
import type { DataSource } from 'typeorm';
import { asApiError } from './as-api-error.ts';
import { join } from './joining.ts';
import { checkPasswordReset, endPasswordResets } from './password-resets.ts';

/** What is ours about better-auth's routes: who may use them, and what follows. */
export function accountHooks(db: DataSource) {
  const before = createAuthMiddleware(async ({ path, body, context }) => {
    if (path === '/sign-up/email') await asApiError(() => checkSignUp(db, ...invitedBy(body)));
    if (path === '/reset-password')
      await asApiError(() => checkPasswordReset(db, context, String(body?.token ?? '')));
    // Who changes a password because somebody knows it wants that one out, whatever the page asks for.
    if (path === '/change-password') return { context: { body: { ...body, revokeOtherSessions: true } } };
    return undefined;
  });
  const after = createAuthMiddleware(async ({ path, body, context }) => {
    const user = context.newSession?.user;
    if (!user) return;
    if (path === '/sign-up/email') await asApiError(() => join(db, invitedBy(body)[0], user));
    if (path === '/change-password') {
      await endPasswordResets(context, user.id);
      await auditAccount(db, user.id, 'changePassword');
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
