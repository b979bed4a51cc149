import type { Role } from '@kindred/client';

/** Each may what those before it may too. */
export const roles: readonly Role[] = ['VIEWER', 'EDITOR', 'ADMIN'];

export function wordOf(role: Role): string {
  return role.toLowerCase();
}
