import { IsNull } from 'typeorm';
import { sha256 } from '../artifacts/sha256.ts';
import { columnsOf } from '../database/columns-of.ts';
import type { Database } from '../database/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { ApiKey } from './api-key.entity.ts';
import { checkName } from './check-name.ts';
import { mayAct, type Role } from './role.ts';
import { createSecret } from './secret.ts';

/** What every key begins with. */
const keyPrefix = 'kdr_';
const shownCharacters = keyPrefix.length + 6;
const minuteMs = 60_000;

export type NewApiKey = Pick<ApiKey, 'workspaceId' | 'userId' | 'name' | 'role'>;

/** Makes a key. The secret is shown once. The caller has checked that the person has the role. */
export async function createApiKey(db: Database, key: NewApiKey): Promise<{ key: ApiKey; secret: string }> {
  checkName(key.name, 'a key', 'that tell what uses it');
  const { secret, digest } = createSecret(keyPrefix);
  const keys = db.getRepository(ApiKey);
  const { id } = await keys.save({ ...key, digest, start: secret.slice(0, shownCharacters) });
  return { key: await keys.findOneOrFail({ where: { id }, relations: { user: true } }), secret };
}

/** The keys of a workspace, or of one person in it, the newest first. */
export function findApiKeys(db: Database, of: { workspaceId: string; userId?: string }): Promise<ApiKey[]> {
  return db
    .getRepository(ApiKey)
    .find({ where: of, relations: { user: true }, order: { createdAt: 'DESC', id: 'DESC' } });
}

/** Throws NOT_FOUND where the workspace, or the person in it, has no such key, or it was revoked before. */
export async function revokeApiKey(
  db: Database,
  key: { id: string; workspaceId: string; userId?: string },
): Promise<ApiKey> {
  const { id } = key;
  const keys = db.getRepository(ApiKey);
  const { affected } = await keys.update({ ...key, revokedAt: IsNull() }, { revokedAt: new Date() });
  if (affected === 1) return keys.findOneOrFail({ where: { id }, relations: { user: true } });
  throw new DomainError('NOT_FOUND', `No key that works has the id ${id}: \`viewer.apiKeys\` lists yours.`);
}

/** Whom a key stands for, with the lesser of its role and the person's; undefined for one that doesn't work. */
export async function findKeyHolder(
  db: Database,
  secret: string,
): Promise<{ key: ApiKey; role: Role } | undefined> {
  const rows: (ApiKey & { memberRole: Role })[] = await db.query(
    `select ${columnsOf(db, ApiKey, 'api_key')}, membership.role as "memberRole"
     from api_key join membership using (workspace_id, user_id) where digest = $1 and revoked_at is null`,
    [sha256(secret)],
  );
  const [found] = rows;
  if (!found) return undefined;
  const { memberRole, ...key } = found;
  if (Date.now() - (key.usedAt?.getTime() ?? 0) > minuteMs)
    await db.getRepository(ApiKey).update({ id: key.id }, { usedAt: new Date() });
  return { key, role: mayAct(memberRole, key.role) ? key.role : memberRole };
}
