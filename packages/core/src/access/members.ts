import { type EntityManager, IsNull } from 'typeorm';
import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { ApiKey } from './api-key.entity.ts';
import { Membership } from './membership.entity.ts';
import type { Role } from './role.ts';
import { User } from './user.entity.ts';

/** The workspaces of a person with what they may do there, the earliest first. */
export function findMemberships(db: Database, userId: string): Promise<Membership[]> {
  return db.getRepository(Membership).find({
    where: { userId },
    relations: { workspace: true },
    order: { createdAt: 'ASC', workspaceId: 'ASC' },
  });
}

/** The people of a workspace, the earliest first. */
export function findWorkspaceMembers(db: Database, workspaceId: string): Promise<Membership[]> {
  return db.getRepository(Membership).find({
    where: { workspaceId },
    relations: { user: true },
    order: { createdAt: 'ASC', userId: 'ASC' },
  });
}

/** Gives a member another role. Throws NOT_FOUND for who is no member, CONFLICT where no admin would be left. */
export function setRole(db: Database, workspaceId: string, userId: string, role: Role): Promise<Membership> {
  return changeMember(db, workspaceId, userId, async (transaction, member) => {
    await transaction.update(Membership, { workspaceId, userId }, { role });
    return { ...member, role };
  });
}

/** Takes a member out, and ends their keys, so that none works again when they come back. Throws as `setRole` does. */
export function removeMember(db: Database, workspaceId: string, userId: string): Promise<Membership> {
  return changeMember(db, workspaceId, userId, async (transaction, member) => {
    await transaction.delete(Membership, { workspaceId, userId });
    await transaction.update(ApiKey, { workspaceId, userId, revokedAt: IsNull() }, { revokedAt: new Date() });
    return member;
  });
}

/** Throws NOT_FOUND for who is no member. */
export async function requireMember(db: Database, workspaceId: string, userId: string): Promise<Membership> {
  const member = await db.getRepository(Membership).findOneBy({ workspaceId, userId });
  return member ?? noMember(userId);
}

function noMember(userId: string): never {
  throw new DomainError(
    'NOT_FOUND',
    `No member of this workspace has the id ${userId}: \`workspace.members\` lists them.`,
  );
}

function changeMember(
  db: Database,
  workspaceId: string,
  userId: string,
  change: (transaction: EntityManager, member: Membership) => Promise<Membership>,
): Promise<Membership> {
  return db.transaction(async (transaction) => {
    // All of them, so that two admins can't take each other out at once.
    const members = await transaction.find(Membership, {
      where: { workspaceId },
      lock: { mode: 'pessimistic_write' },
    });
    const member = members.find((one) => one.userId === userId) ?? noMember(userId);
    const changed = await change(transaction, member);
    if (!(await transaction.existsBy(Membership, { workspaceId, role: 'admin' }))) {
      throw new DomainError(
        'CONFLICT',
        'This would leave the workspace without an admin: make somebody else one first.',
      );
    }
    return { ...changed, user: await transaction.findOneByOrFail(User, { id: userId }) };
  });
}
