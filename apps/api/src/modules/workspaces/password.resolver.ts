import { DomainError, mayResetPassword, requireMember } from '@kindred/core';
import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { PasswordReset } from '../../access/gate.ts';
import { requirePerson, requireWorkspace } from '../../access/viewer.ts';
import type { Context } from '../../context.ts';
import { checkId } from '../../ids.ts';

@ObjectType({ description: 'What createPasswordReset answers.' })
export class CreatePasswordResetPayload implements PasswordReset {
  @Field(() => String, {
    description: 'Shown once: the dashboard’s `/password#secret=…&email=…` is where it is used.',
  })
  secret!: string;

  @Field(() => GraphQLDateTime, { description: 'Until when it works.' })
  expiresAt!: Date;
}

@Resolver()
export class PasswordResolver {
  @Access('admin')
  @Mutation(() => CreatePasswordResetPayload, {
    description:
      'Makes a secret by which a member sets a new password, once. An earlier one works no more. It is for admins of all of the member’s workspaces, whom it lets in there. Nothing is sent.',
  })
  async createPasswordReset(
    @Arg('user', () => ID, { description: 'The member’s id.' }) user: string,
    @Ctx() { db, gate, viewer }: Context,
  ): Promise<PasswordReset> {
    checkId(user, 'a person');
    const adminId = requirePerson(viewer);
    const { userId } = await requireMember(db, requireWorkspace(viewer), user.toLowerCase());
    if (await mayResetPassword(db, adminId, userId)) return gate.createPasswordReset!(userId, adminId);
    throw new DomainError(
      'FORBIDDEN',
      adminId === userId
        ? 'Your own password is changed under Account, by who knows it.'
        : 'They belong to a workspace that you are no admin of, and a new password opens that one too.',
    );
  }
}
