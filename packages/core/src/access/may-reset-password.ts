import type { Database } from '../database/database.ts';
import { Membership } from './membership.entity.ts';

/**
 * Whether somebody may make a link by which a person sets a new password. They could use it themselves, and then are that person
 * wherever they belong: so it is for admins of all of the person's workspaces. One's own password is changed by who knows it.
 */
export async function mayResetPassword(db: Database, adminId: string, userId: string): Promise<boolean> {
  const memberships = db.getRepository(Membership);
  const [theirs, administered] = await Promise.all([
    memberships.findBy({ userId }),
    memberships.findBy({ userId: adminId, role: 'admin' }),
  ]);
  const known = new Set(administered.map(({ workspaceId }) => workspaceId));
  return adminId !== userId && theirs.length > 0 && theirs.every(({ workspaceId }) => known.has(workspaceId));
}
