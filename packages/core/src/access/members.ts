import type { EntityManager } from 'typeorm';
import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { Membership } from './membership.entity.ts';
import type { Role } from './role.ts';

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

/** Takes a member out; their keys work no more. Throws as `setRole` does. */
export function removeMember(db: Database, workspaceId: string, userId: string): Promise<Membership> {
  return changeMember(db, workspaceId, userId, async (transaction, member) => {
    await transaction.delete(Membership, { workspaceId, userId });
    return member;
  });
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
    const member = members.find((one) => one.userId === userId);
    if (!member)
      throw new DomainError(
        'NOT_FOUND',
        `No member of this workspace has the id ${userId}: \`workspace.members\` lists them.`,
      );
    const changed = await change(transaction, member);
    if (!(await transaction.existsBy(Membership, { workspaceId, role: 'admin' }))) {
      throw new DomainError(
        'CONFLICT',
        'This would leave the workspace without an admin: make somebody else one first.',
      );
    }
    return changed;
  });
}
