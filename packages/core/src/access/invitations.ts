import { IsNull, MoreThan } from 'typeorm';
import { sha256 } from '../artifacts/sha256.ts';
import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { findFirstWorkspace } from './find-first-workspace.ts';
import { Invitation } from './invitation.entity.ts';
import { Membership } from './membership.entity.ts';
import type { Role } from './role.ts';
import { createSecret } from './secret.ts';
import { User } from './user.entity.ts';
import { Workspace } from './workspace.entity.ts';

/** How long an invitation is open. */
const days = 7;
const emailForm = /^[^\s@]{1,64}@[^\s@]{1,189}$/;

export interface NewInvitation {
  workspaceId: string;
  email: string;
  role: Role;
}

/** Invites an address, for seven days. The secret is shown once. Throws BAD_INPUT for what is no address. */
export async function createInvitation(
  db: Database,
  { workspaceId, email, role }: NewInvitation,
): Promise<{ invitation: Invitation; secret: string }> {
  if (!emailForm.test(email)) {
    throw new DomainError(
      'BAD_INPUT',
      `"${email.slice(0, 80)}" is no address to invite: write one such as ada@example.org.`,
    );
  }
  const { secret, digest } = createSecret('kdi_');
  const invitations = db.getRepository(Invitation);
  const expiresAt = new Date(Date.now() + days * 24 * 60 * 60 * 1000);
  const { id } = await invitations.save({ workspaceId, email: email.toLowerCase(), role, digest, expiresAt });
  return { invitation: await invitations.findOneByOrFail({ id }), secret };
}

/** Those of a workspace that are open, the newest first. */
export function findInvitations(db: Database, workspaceId: string): Promise<Invitation[]> {
  return db.getRepository(Invitation).find({
    where: { workspaceId, acceptedAt: IsNull(), expiresAt: MoreThan(new Date()) },
    order: { createdAt: 'DESC', id: 'DESC' },
  });
}

/** Takes one back. Throws NOT_FOUND where the workspace has no such open invitation. */
export async function revokeInvitation(db: Database, workspaceId: string, id: string): Promise<Invitation> {
  const invitations = db.getRepository(Invitation);
  const open = await invitations.findOneBy({ id, workspaceId, acceptedAt: IsNull() });
  const { affected } = open ? await invitations.delete({ id, acceptedAt: IsNull() }) : { affected: 0 };
  if (open && affected === 1) return open;
  throw new DomainError(
    'NOT_FOUND',
    `No open invitation has the id ${id}: \`viewer.workspace.invitations\` lists them.`,
  );
}

/** Throws NOT_FOUND for an invitation that isn't there, was accepted, has expired, or names another address. */
export async function requireInvitation(db: Database, secret: string, email: string): Promise<Invitation> {
  const invitation = await db.getRepository(Invitation).findOneBy({
    digest: sha256(secret),
    email: email.toLowerCase(),
    acceptedAt: IsNull(),
    expiresAt: MoreThan(new Date()),
  });
  if (invitation) return invitation;
  throw new DomainError(
    'NOT_FOUND',
    `No open invitation for ${email.slice(0, 80)} has this link: an admin of the workspace can send a new one.`,
  );
}

/**
 * Makes a person a member, once. Throws as `requireInvitation` does, and CONFLICT for who is a member already: what they may do
 * is changed by an admin, and never by a link.
 */
export function acceptInvitation(
  db: Database,
  secret: string,
  { id: userId, email }: Pick<User, 'id' | 'email'>,
): Promise<Invitation> {
  return db.transaction(async (transaction) => {
    const invitation = await requireInvitation(transaction, secret, email);
    const { id, workspaceId, role } = invitation;
    // Two that come at once wait for each other here, and the second finds a member.
    await transaction.update(Invitation, { id }, { acceptedAt: new Date() });
    if (await transaction.existsBy(Membership, { workspaceId, userId })) {
      throw new DomainError(
        'CONFLICT',
        'You belong to this workspace already: the invitation is not needed.',
      );
    }
    await transaction.insert(Membership, { workspaceId, userId, role });
    return invitation;
  });
}

/**
 * On a server that nobody can sign in to yet: a workspace, to which all experiments go that belong to nobody, and an invitation
 * of its first admin. Undefined where there is somebody. An earlier invitation that nobody accepted is replaced.
 */
export function inviteFirstAdmin(db: Database, email: string): Promise<string | undefined> {
  return db.transaction(async (transaction) => {
    await transaction.query('lock table workspace in exclusive mode');
    if (await transaction.exists(User)) return undefined;
    const { id: workspaceId } =
      (await findFirstWorkspace(transaction)) ?? (await transaction.save(Workspace, { name: 'Our group' }));
    await transaction.update(Experiment, { workspaceId: IsNull() }, { workspaceId });
    await transaction.delete(Invitation, { workspaceId });
    const { secret } = await createInvitation(transaction, { workspaceId, email, role: 'admin' });
    return secret;
  });
}
