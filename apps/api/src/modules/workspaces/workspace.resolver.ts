import {
  type ApiKey,
  type AuditEntry,
  DomainError,
  findApiKeys,
  findAudit,
  findInvitations,
  findWorkspaceMembers,
  type Invitation,
  type Membership,
  type Workspace,
} from '@kindred/core';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Viewer } from '../../access/viewer.ts';
import { decodeIdCursor } from '../../connections/cursor.ts';
import { type Page, pageOf } from '../../connections/page.ts';
import { checkFirst, PageArgs } from '../../connections/page-args.ts';
import type { Context } from '../../context.ts';
import {
  ApiKeyType,
  AuditEntryConnection,
  InvitationType,
  MemberType,
  WorkspaceType,
} from './workspace.type.ts';

@Resolver(() => WorkspaceType)
export class WorkspaceResolver {
  @FieldResolver(() => [MemberType], { description: 'The earliest first.' })
  members(@Root() { id }: Workspace, @Ctx() { db, viewer }: Context): Promise<Membership[]> {
    checkLookedAt(viewer, id);
    return findWorkspaceMembers(db, id);
  }

  @Access('admin')
  @FieldResolver(() => [InvitationType], { description: 'Those that are open, the newest first.' })
  invitations(@Root() { id }: Workspace, @Ctx() { db, viewer }: Context): Promise<Invitation[]> {
    checkLookedAt(viewer, id);
    return findInvitations(db, id);
  }

  @Access('admin')
  @FieldResolver(() => [ApiKeyType], { description: 'Everybody’s, the newest first.' })
  apiKeys(@Root() { id }: Workspace, @Ctx() { db, viewer }: Context): Promise<ApiKey[]> {
    checkLookedAt(viewer, id);
    return findApiKeys(db, { workspaceId: id });
  }

  @Access('admin')
  @FieldResolver(() => AuditEntryConnection, {
    description: 'What was asked to be changed, the newest first.',
  })
  async audit(
    @Root() { id }: Workspace,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { db, viewer }: Context,
  ): Promise<Page<AuditEntry>> {
    checkLookedAt(viewer, id);
    checkFirst(first);
    const { entries, ...rest } = await findAudit(db, id, { first, after: decodeIdCursor(after) });
    return pageOf(entries, (entry) => entry.id, rest);
  }
}

/** What the viewer may do is known of the workspace that they look at, and may be less in another one of theirs. */
function checkLookedAt({ workspaceId }: Viewer, id: string): void {
  if (workspaceId === id) return;
  throw new DomainError(
    'FORBIDDEN',
    `Of the workspace ${id} only the name is told here: look at it with the header \`X-Kindred-Workspace\`.`,
  );
}
