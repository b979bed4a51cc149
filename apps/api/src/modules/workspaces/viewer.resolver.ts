import {
  type ApiKey,
  findApiKeys,
  findMemberships,
  type Membership,
  type Note,
  User,
  Workspace,
} from '@kindred/core';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Viewer } from '../../access/viewer.ts';
import { newestPage } from '../../connections/newest-page.ts';
import type { Page } from '../../connections/page.ts';
import { PageArgs } from '../../connections/page-args.ts';
import type { Context } from '../../context.ts';
import { NoteConnection } from '../notes/note.type.ts';
import { ApiKeyType, PersonType, ViewerType, ViewerWorkspaceType, WorkspaceType } from './workspace.type.ts';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Access('viewer')
  @Query(() => ViewerType, { description: 'Who asks, and what they may do.' })
  viewer(@Ctx() { viewer }: Context): Viewer {
    return viewer;
  }

  @FieldResolver(() => PersonType, { nullable: true })
  async user(@Root() { userId }: Viewer, @Ctx() { db }: Context): Promise<User | null> {
    return userId ? db.getRepository(User).findOneBy({ id: userId }) : null;
  }

  @FieldResolver(() => WorkspaceType, { nullable: true })
  async workspace(@Root() { workspaceId }: Viewer, @Ctx() { db }: Context): Promise<Workspace | null> {
    return workspaceId ? db.getRepository(Workspace).findOneBy({ id: workspaceId }) : null;
  }

  @FieldResolver(() => [ViewerWorkspaceType])
  async workspaces(
    @Root() { userId, workspaceId, apiKeyId }: Viewer,
    @Ctx() { db }: Context,
  ): Promise<Membership[]> {
    const memberships = userId ? await findMemberships(db, userId) : [];
    return apiKeyId ? memberships.filter((one) => one.workspaceId === workspaceId) : memberships;
  }

  @FieldResolver(() => [ApiKeyType])
  async apiKeys(@Root() { userId, workspaceId }: Viewer, @Ctx() { db }: Context): Promise<ApiKey[]> {
    if (!userId || !workspaceId) return [];
    return findApiKeys(db, { userId, workspaceId });
  }

  @FieldResolver(() => NoteConnection, {
    description: 'Notes of this workspace that mention them, the newest first.',
  })
  mentions(
    @Root() { userId, workspaceId }: Viewer,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<Note>> {
    return newestPage(page, async (asked) =>
      userId && workspaceId
        ? loaders.notes.load({ by: 'mention', id: userId, workspaceId, ...asked })
        : { rows: [], hasNextPage: false, totalCount: 0 },
    );
  }
}
