import { type ApiKey, createApiKey, DomainError, mayAct, type Role, revokeApiKey } from '@kindred/core';
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import { requirePerson, requireWorkspace } from '../../access/viewer.ts';
import type { Context } from '../../context.ts';
import { checkId } from '../../ids.ts';
import { RoleEnum } from './role.enum.ts';
import { ApiKeyType } from './workspace.type.ts';

@ObjectType({ description: 'What createApiKey answers.' })
export class CreateApiKeyPayload {
  @Field(() => ApiKeyType, { description: 'It works at once.' })
  key!: ApiKey;

  @Field(() => String, { description: 'Shown once: scripts send it as `Authorization: Bearer …`.' })
  secret!: string;
}

@Resolver()
export class ApiKeyResolver {
  @Access('viewer')
  @Mutation(() => CreateApiKeyPayload, {
    description: 'Makes a key for a script, with a role up to one’s own.',
  })
  createApiKey(
    @Arg('name', () => String, { description: 'What will use it.' }) name: string,
    @Arg('role', () => RoleEnum, { description: 'What it may do.' }) role: Role,
    @Ctx() { db, viewer }: Context,
  ): Promise<CreateApiKeyPayload> {
    const userId = requirePerson(viewer);
    if (!mayAct(viewer.role, role)) {
      throw new DomainError(
        'FORBIDDEN',
        `You are ${viewer.role} in this workspace: a key of yours can be no ${role}’s.`,
      );
    }
    return createApiKey(db, { workspaceId: requireWorkspace(viewer), userId, name, role });
  }

  @Access('viewer')
  @Mutation(() => ApiKeyType, { description: 'Ends a key of one’s own; admins end everybody’s.' })
  revokeApiKey(
    @Arg('id', () => ID, { description: 'The key’s id.' }) id: string,
    @Ctx() { db, viewer }: Context,
  ): Promise<ApiKey> {
    checkId(id, 'a key');
    const workspaceId = requireWorkspace(viewer);
    const whose = viewer.role === 'admin' ? {} : { userId: requirePerson(viewer) };
    return revokeApiKey(db, { id: id.toLowerCase(), workspaceId, ...whose });
  }
}
