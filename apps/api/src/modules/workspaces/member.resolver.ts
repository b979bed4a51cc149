import {
  createInvitation,
  type Invitation,
  type Membership,
  type Role,
  removeMember,
  revokeInvitation,
  setRole,
} from '@kindred/core';
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import { requireWorkspace } from '../../access/viewer.ts';
import type { Context } from '../../context.ts';
import { checkId } from '../../ids.ts';
import { RoleEnum } from './role.enum.ts';
import { InvitationType, MemberType } from './workspace.type.ts';

@ObjectType({ description: 'What inviteMember answers.' })
export class InviteMemberPayload {
  @Field(() => InvitationType, { description: 'Open for seven days.' })
  invitation!: Invitation;

  @Field(() => String, {
    description: 'Shown once: the dashboard’s `/invitation#secret=…&email=…` is where it is used.',
  })
  secret!: string;
}

@Resolver()
export class MemberResolver {
  @Access('admin')
  @Mutation(() => InviteMemberPayload, {
    description: 'Invites somebody into the workspace. Nothing is sent.',
  })
  inviteMember(
    @Arg('email', () => String, { description: 'Whom; they sign up by it.' }) email: string,
    @Arg('role', () => RoleEnum, { description: 'What they will be allowed to do.' }) role: Role,
    @Ctx() { db, viewer }: Context,
  ): Promise<InviteMemberPayload> {
    return createInvitation(db, { workspaceId: requireWorkspace(viewer), email, role });
  }

  @Access('admin')
  @Mutation(() => InvitationType, { description: 'Takes an open invitation back.' })
  revokeInvitation(
    @Arg('id', () => ID, { description: 'The invitation’s id.' }) id: string,
    @Ctx() { db, viewer }: Context,
  ): Promise<Invitation> {
    checkId(id, 'an invitation');
    return revokeInvitation(db, requireWorkspace(viewer), id.toLowerCase());
  }

  @Access('admin')
  @Mutation(() => MemberType, { description: 'Gives a member another role. One admin is always left.' })
  setMemberRole(
    @Arg('user', () => ID, { description: 'The member’s id.' }) user: string,
    @Arg('role', () => RoleEnum, { description: 'What they may do from now on.' }) role: Role,
    @Ctx() { db, viewer }: Context,
  ): Promise<Membership> {
    checkId(user, 'a person');
    return setRole(db, requireWorkspace(viewer), user.toLowerCase(), role);
  }

  @Access('admin')
  @Mutation(() => MemberType, {
    description: 'Takes a member out; their keys work no more. One admin is always left.',
  })
  removeMember(
    @Arg('user', () => ID, { description: 'The member’s id.' }) user: string,
    @Ctx() { db, viewer }: Context,
  ): Promise<Membership> {
    checkId(user, 'a person');
    return removeMember(db, requireWorkspace(viewer), user.toLowerCase());
  }
}
