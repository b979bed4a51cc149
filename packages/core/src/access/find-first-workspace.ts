import type { EntityManager } from 'typeorm';
import { Workspace } from './workspace.entity.ts';

/** The earliest one, also if somebody is about to make it. */
export async function findFirstWorkspace(transaction: EntityManager): Promise<Workspace | null> {
  await transaction.query('lock table workspace in share mode');
  const [workspace] = await transaction.find(Workspace, { order: { createdAt: 'ASC', id: 'ASC' }, take: 1 });
  return workspace ?? null;
}
