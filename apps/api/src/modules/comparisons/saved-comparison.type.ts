import type { User } from '@kindred/core';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../../connections/connection.type.ts';
import { notable } from '../notes/notable.type.ts';
import { PersonType } from '../workspaces/workspace.type.ts';

@ObjectType('SavedComparison', {
  implements: notable,
  description:
    'A view of the dashboard that somebody saved under a name: `/saved/<id>` of the dashboard leads to it.',
})
export class SavedComparisonType {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, { description: 'What it was called.' })
  title!: string;

  @Field(() => String, {
    description: 'The view’s own address in the dashboard, without the server, with its parameters.',
  })
  path!: string;

  @Field(() => PersonType, {
    nullable: true,
    description:
      'Who saved it; null for who runs a server that is theirs alone, and for somebody who is gone.',
  })
  author!: User | null;

  @Field(() => GraphQLDateTime, { description: 'When it was saved.' })
  createdAt!: Date;
}

export const SavedComparisonConnection = connectionOf('SavedComparison', () => SavedComparisonType);
