import { createSecret, DomainError, mayResetPassword } from '@kindred/core';
import type { AuthContext } from 'better-auth';
import type { DataSource } from 'typeorm';
import type { PasswordReset } from './gate.ts';

/** Where better-auth keeps them. */
interface Verifications {
  internalAdapter: AuthContext['internalAdapter'];
  adapter: Pick<AuthContext['adapter'], 'deleteMany'>;
}

const lifeMs = 24 * 60 * 60 * 1000;

/** Under which better-auth's route `reset-password` looks a secret up; it is stored as a digest. */
const identifierOf = (secret: string) => `reset-password:${secret}`;

/** Makes a secret by which a person sets a new password, once, within a day. An earlier one works no more. */
export async function createPasswordReset(
  context: Verifications,
  userId: string,
  adminId: string,
): Promise<PasswordReset> {
  await endPasswordResets(context, userId);
  // It says who made it: see below.
  const secret = `${createSecret('kdp_').secret}.${adminId}`;
  const expiresAt = new Date(Date.now() + lifeMs);
  const identifier = identifierOf(secret);
  await context.internalAdapter.createVerificationValue({ identifier, value: userId, expiresAt });
  return { secret, expiresAt };
}

export async function endPasswordResets({ adapter }: Verifications, userId: string): Promise<void> {
  await adapter.deleteMany({ model: 'verification', where: [{ field: 'value', value: userId }] });
}

/**
 * Throws FORBIDDEN for a secret that doesn't work, or whose maker may not make it any more: since then the person may have joined
 * a workspace of others, or the maker may have been taken out.
 */
export async function checkPasswordReset(
  db: DataSource,
  { internalAdapter }: Verifications,
  secret: string,
): Promise<void> {
  const reset = await internalAdapter.findVerificationValue(identifierOf(secret));
  const [, adminId = ''] = secret.split('.');
  if (reset && reset.expiresAt > new Date() && (await mayResetPassword(db, adminId, reset.value))) return;
  throw new DomainError(
    'FORBIDDEN',
    'This link works no more, or was not copied to its last character: an admin of your workspace can make a new one.',
  );
}
