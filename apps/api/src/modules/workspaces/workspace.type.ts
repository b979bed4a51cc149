import type { ApiKey, Membership, Role, User, Workspace } from '@kindred/core';
import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../../connections/connection.type.ts';
import { RoleEnum } from './role.enum.ts';

@ObjectType('Person', { description: 'Somebody who can sign in.' })
export class PersonType {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, { description: 'As they call themselves.' })
  name!: string;

  @Field(() => String, { description: 'By which they sign in.' })
  email!: string;
}

@ObjectType('Workspace', { description: 'Whose experiments a group of people sees.' })
export class WorkspaceType {
  @Field(() => ID, {
    description: 'A UUID; send it as the header `X-Kindred-Workspace` to look at this one.',
  })
  id!: string;

  @Field(() => String, { description: 'For people.' })
  name!: string;
}

@ObjectType('Member', { description: 'A person in a workspace.' })
export class MemberType {
  @Field(() => PersonType, { description: 'Who.' })
  user!: User;

  @Field(() => RoleEnum, { description: 'What they may do.' })
  role!: Role;

  @Field(() => GraphQLDateTime, { description: 'Since when.' })
  createdAt!: Date;
}

@ObjectType('Invitation', { description: 'Lets a person in once.' })
export class InvitationType {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, { description: 'Whom it is for.' })
  email!: string;

  @Field(() => RoleEnum, { description: 'What they will be allowed to do.' })
  role!: Role;

  @Field(() => GraphQLDateTime, { description: 'Until when it is open.' })
  expiresAt!: Date;
}

@ObjectType('ApiKey', { description: 'Lets a script act for the person who made it.' })
export class ApiKeyType {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, { description: 'What uses it.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'What it may do, and never more than its maker may.' })
  role!: Role;

  @Field(() => String, { description: 'Its first characters; the rest is shown once.' })
  start!: string;

  @Field(() => PersonType, { description: 'Who made it.' })
  user!: User;

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last used, to the minute.' })
  usedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Since when it works no more.' })
  revokedAt!: Date | null;
}

@ObjectType('AuditEntry', { description: 'A mutation that somebody asked for.' })
export class AuditEntryType {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => GraphQLDateTime, { description: 'When it ended.' })
  at!: Date;

  @Field(() => PersonType, { nullable: true, description: 'Who asked; null for somebody who is gone.' })
  user!: User | null;

  @Field(() => ApiKeyType, { nullable: true, description: 'The key that a script came with.' })
  apiKey!: ApiKey | null;

  @Field(() => String, { description: 'The mutation’s name.' })
  action!: string;

  @Field(() => GraphQLJSON, { description: 'What it was asked with.' })
  arguments!: object;

  @Field(() => String, { nullable: true, description: 'Where it was asked from; null for what is older.' })
  address!: string | null;

  @Field(() => String, { description: '`done`, or the code of the refusal.' })
  outcome!: string;
}

export const AuditEntryConnection = connectionOf('AuditEntry', () => AuditEntryType);

@ObjectType('ViewerWorkspace', { description: 'A workspace that who asks belongs to.' })
export class ViewerWorkspaceType {
  @Field(() => WorkspaceType, { description: 'Which.' })
  workspace!: Workspace;

  @Field(() => RoleEnum, { description: 'What they may do there.' })
  role!: Role;
}

@ObjectType('Viewer', { description: 'Who asks.' })
export class ViewerType {
  @Field(() => RoleEnum, { description: 'What they may do in the workspace they look at.' })
  role!: Role;

  @Field(() => PersonType, { nullable: true, description: 'Null on a server that belongs to who runs it.' })
  user!: User | null;

  @Field(() => WorkspaceType, {
    nullable: true,
    description: 'Which they look at; null where there is none.',
  })
  workspace!: Workspace | null;

  @Field(() => [ViewerWorkspaceType], {
    description: 'Those they belong to, the earliest first; a key’s is one.',
  })
  workspaces!: Membership[];

  @Field(() => [ApiKeyType], { description: 'Those they made in this workspace, the newest first.' })
  apiKeys!: ApiKey[];
}
