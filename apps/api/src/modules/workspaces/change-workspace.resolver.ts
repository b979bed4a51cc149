import {
  createWorkspace,
  type Membership,
  removeMember,
  renameWorkspace,
  type Workspace,
} from '@kindred/core';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import { requirePerson, requireWorkspace } from '../../access/viewer.ts';
import type { Context } from '../../context.ts';
import { MemberType, WorkspaceType } from './workspace.type.ts';

@Resolver()
export class ChangeWorkspaceResolver {
  @Access('admin')
  @Mutation(() => WorkspaceType, {
    description: 'Makes another workspace, with who asks as its admin. They have to be an admin already.',
  })
  createWorkspace(
    @Arg('name', () => String, { description: 'For people.' }) name: string,
    @Ctx() { db, viewer }: Context,
  ): Promise<Workspace> {
    return createWorkspace(db, name, requirePerson(viewer));
  }

  @Access('admin')
  @Mutation(() => WorkspaceType, { description: 'Gives the workspace another name.' })
  renameWorkspace(
    @Arg('name', () => String, { description: 'For people.' }) name: string,
    @Ctx() { db, viewer }: Context,
  ): Promise<Workspace> {
    return renameWorkspace(db, requireWorkspace(viewer), name);
  }

  @Access('viewer')
  @Mutation(() => MemberType, {
    description: 'Takes who asks out of the workspace; their keys work no more. One admin is always left.',
  })
  leaveWorkspace(@Ctx() { db, viewer }: Context): Promise<Membership> {
    const userId = requirePerson(viewer);
    return removeMember(db, requireWorkspace(viewer), userId);
  }
}
