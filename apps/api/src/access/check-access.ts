import { DomainError, mayAct, type Role } from '@kindred/core';
import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLSchema,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { accessOf } from './access.ts';
import type { Viewer } from './viewer.ts';

/**
 * Throws FORBIDDEN for a valid document with a field that is not for the viewer, before anything of it runs. All of its operations are
 * looked at, the one that runs or not.
 */
export function checkAccess(schema: GraphQLSchema, document: DocumentNode, { role }: Viewer): void {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  const types = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(types, {
    Field() {
      const field = types.getFieldDef()!;
      const needed =
        accessOf(field) ?? (roots.has(types.getParentType() as never) ? neededUnsaid(field) : 'viewer');
      if (!mayAct(role, needed)) throw forbidden(field, needed, role);
    },
  });
  visit(document, visitor);
}

/** Whoever is let in may see what the graph is like; a root field that was forgotten is for admins. */
function neededUnsaid({ name }: GraphQLField<unknown, unknown>): Role {
  return name.startsWith('__') ? 'viewer' : 'admin';
}

function forbidden({ name }: GraphQLField<unknown, unknown>, needed: Role, role: Role): DomainError {
  const wanted = needed === 'admin' ? 'admins' : 'editors and admins';
  return new DomainError(
    'FORBIDDEN',
    `\`${name}\` is for ${wanted}, and you are ${role} in this workspace: ask one of its admins.`,
  );
}
