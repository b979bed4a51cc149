import type { Database } from '../database/database.ts';
import { AuditEntry } from './audit-entry.entity.ts';
import { Membership } from './membership.entity.ts';

/** Writes down what somebody did with their account, in each of their workspaces. */
export async function auditAccount(
  db: Database,
  userId: string,
  action: string,
  address: string | null,
): Promise<void> {
  const memberships = await db.getRepository(Membership).findBy({ userId });
  const entries = memberships.map(({ workspaceId }) => ({
    workspaceId,
    userId,
    action,
    address,
    outcome: 'done',
  }));
  await db.getRepository(AuditEntry).insert(entries.map((entry) => ({ ...entry, arguments: {} })));
}
