import type { Database } from '../database/database.ts';
import { AuditEntry } from './audit-entry.entity.ts';

export interface AuditPage {
  entries: AuditEntry[];
  hasNextPage: boolean;
  /** Of all pages. */
  totalCount: number;
}

/** A page of what was done in a workspace, the newest first. `after` is the id of the last one of the page before. */
export async function findAudit(
  db: Database,
  workspaceId: string,
  { first, after }: { first: number; after?: string | null },
): Promise<AuditPage> {
  const entries = db.getRepository(AuditEntry);
  const page = entries
    .createQueryBuilder('entry')
    .leftJoinAndSelect('entry.user', 'user')
    .leftJoinAndSelect('entry.apiKey', 'key')
    .leftJoinAndSelect('key.user', 'maker')
    .where({ workspaceId })
    .orderBy({ 'entry.at': 'DESC', 'entry.id': 'DESC' })
    .take(first + 1);
  if (after) {
    page.andWhere('(entry.at, entry.id) < (select at, id from audit_entry where id = :after)', { after });
  }
  const [found, totalCount] = await Promise.all([page.getMany(), entries.countBy({ workspaceId })]);
  return { entries: found.slice(0, first), hasNextPage: found.length > first, totalCount };
}
