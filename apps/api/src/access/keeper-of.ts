import type { Keeper } from '@kindred/core';
import type { Viewer } from './viewer.ts';

export function keeperOf({ userId, role }: Viewer): Keeper {
  return { userId, isAdmin: role === 'admin' };
}
