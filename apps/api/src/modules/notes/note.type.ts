import type { User } from '@kindred/core';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../connections/connection.type.ts';
import { NodeType } from '../nodes/node.type.ts';
import { PersonType } from '../workspaces/workspace.type.ts';

@ObjectType('Mention', { description: 'A place of a note’s text that means a person of the workspace.' })
export class MentionType {
  @Field(() => PersonType, { description: 'Whom it means.' })
  user!: User;

  @Field(() => Int, { description: 'Where its `@` stands in the text, in characters (code points) from 0.' })
  start!: number;

  @Field(() => Int, { description: 'The place behind its last character.' })
  end!: number;
}

@ObjectType('Note', {
  implements: NodeType,
  description: 'What somebody wrote about an experiment, or about anything in it.',
})
export class NoteType {
  @Field(() => ID, { description: 'A UUID.' })
  id!: string;

  @Field(() => String, {
    description: 'Markdown, as it was written; nothing has made it safe to be shown as HTML.',
  })
  text!: string;

  @Field(() => PersonType, {
    nullable: true,
    description:
      'Who wrote it; null for who runs a server that is theirs alone, and for somebody who is gone.',
  })
  author!: User | null;

  @Field(() => GraphQLDateTime, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last written anew.' })
  editedAt!: Date | null;
}

export const NoteConnection = connectionOf('Note', () => NoteType);
