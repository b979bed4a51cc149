import type { Database } from '../database/database.ts';
import { checkName } from './check-name.ts';
import { Membership } from './membership.entity.ts';
import { Workspace } from './workspace.entity.ts';

/** Makes a workspace, with a person as its first admin. Throws BAD_INPUT for what is no name. */
export function createWorkspace(db: Database, name: string, userId: string): Promise<Workspace> {
  checkWorkspaceName(name);
  return db.transaction(async (transaction) => {
    const workspace = await transaction.save(Workspace, { name });
    await transaction.insert(Membership, { workspaceId: workspace.id, userId, role: 'admin' });
    return workspace;
  });
}

/** Throws BAD_INPUT for what is no name. */
export async function renameWorkspace(db: Database, id: string, name: string): Promise<Workspace> {
  checkWorkspaceName(name);
  await db.getRepository(Workspace).update({ id }, { name });
  return db.getRepository(Workspace).findOneByOrFail({ id });
}

function checkWorkspaceName(name: string): void {
  checkName(name, 'a workspace', 'that tell whose it is');
}
