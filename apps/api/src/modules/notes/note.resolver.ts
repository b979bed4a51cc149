import {
  addNote,
  DomainError,
  type Experiment,
  editNote,
  Note,
  type NoteMention,
  removeNote,
} from '@kindred/core';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '../../access/access.ts';
import { keeperOf } from '../../access/keeper-of.ts';
import type { Context } from '../../context.ts';
import { checkId } from '../../ids.ts';
import { ExperimentType } from '../experiments/experiment.type.ts';
import { loadNode } from '../nodes/load-node.ts';
import { loadNotable, placeOf } from './notable.ts';
import { NotableType } from './notable.type.ts';
import { MentionType, NoteType } from './note.type.ts';

@Resolver(() => NoteType)
export class NoteResolver {
  @Access('editor')
  @Mutation(() => NoteType, {
    description: 'Writes a note about whatever has an id here, but about no note.',
  })
  async addNote(
    @Arg('about', () => ID, { description: 'Its id.' }) about: string,
    @Arg('text', () => String, {
      description:
        'Markdown, 10,000 characters at most. `@name` or `@address` of a member of the workspace mentions them.',
    })
    text: string,
    @Ctx() context: Context,
  ): Promise<Note> {
    const place = await placeOf(await loadNotable(about, context), context);
    return addNote(context.db, { ...place, authorId: context.viewer.userId, text });
  }

  @Access('editor')
  @Mutation(() => NoteType, {
    description: 'Writes a note of one’s own anew; whom it mentions is looked up anew too.',
  })
  async editNote(
    @Arg('id', () => ID, { description: 'The note’s id.' }) id: string,
    @Arg('text', () => String, { description: 'As addNote takes it.' }) text: string,
    @Ctx() context: Context,
  ): Promise<Note> {
    const note = await loadNote(id, context);
    return editNote(context.db, note.id, text, keeperOf(context.viewer));
  }

  @Access('editor')
  @Mutation(() => NoteType, {
    description: 'Takes a note of one’s own out; admins take out everybody’s. It answers with what it was.',
  })
  async removeNote(
    @Arg('id', () => ID, { description: 'The note’s id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Note> {
    const note = await loadNote(id, context);
    return removeNote(context.db, note.id, keeperOf(context.viewer));
  }

  @FieldResolver(() => NotableType, {
    nullable: true,
    description: 'What it is about; null if that is gone.',
  })
  about(@Root() { nodeId, neuron }: Note, @Ctx() context: Context): Promise<object | null> {
    return loadNode(neuron === null ? nodeId : `${nodeId}/${neuron}`, context);
  }

  @FieldResolver(() => ExperimentType, {
    description: 'The one that it is about, or that what it is about belongs to.',
  })
  experiment(@Root() { experimentId }: Note, @Ctx() { loaders }: Context): Promise<Experiment | null> {
    return loaders.experiment.load(experimentId);
  }

  @FieldResolver(() => [MentionType], {
    description: 'Whom `@name` or `@address` meant when it was written, in the order of the text.',
  })
  mentions(@Root() { mentions }: Note): NoteMention[] {
    return mentions.toSorted((one, other) => one.start - other.start);
  }

  @FieldResolver(() => Boolean, { description: 'Whether who asks wrote it, and may edit it.' })
  mine(@Root() { authorId }: Note, @Ctx() { viewer }: Context): boolean {
    return authorId === viewer.userId;
  }
}

async function loadNote(id: string, context: Context): Promise<Note> {
  checkId(id, 'a note');
  const node = await loadNode(id, context);
  if (node instanceof Note) return node;
  throw new DomainError('NOT_FOUND', `No note has the id ${id}: what it was about lists its \`notes\`.`);
}
