import type { Role } from '@kindred/core';
import { Extensions } from 'type-graphql';

const mark = 'access';

/**
 * Says which role in a workspace a field is for. Every field of Query, Mutation and Subscription says it; what is within needs no
 * more, unless it says so.
 */
export const Access = (needed: Role) => Extensions({ [mark]: needed });

/** What was said of a field. */
export function accessOf(field: { extensions: Readonly<Record<string, unknown>> }): Role | undefined {
  return field.extensions[mark] as Role | undefined;
}
