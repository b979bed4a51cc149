import {
  type Experiment,
  noComparison,
  parseComparison,
  removeComparison,
  SavedComparison,
  saveComparison,
} from '@kindred/core';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Access } from '../../access/access.ts';
import { keeperOf } from '../../access/keeper-of.ts';
import type { Context } from '../../context.ts';
import { checkId } from '../../ids.ts';
import { ExperimentType } from '../experiments/experiment.type.ts';
import { loadExperiment } from '../experiments/load-experiment.ts';
import { loadNode } from '../nodes/load-node.ts';
import { SavedComparisonType } from './saved-comparison.type.ts';

@Resolver(() => SavedComparisonType)
export class SavedComparisonResolver {
  @Access('editor')
  @Mutation(() => SavedComparisonType, {
    description:
      'Saves a view of an experiment in the dashboard under a name, so that `/saved/<id>` leads to it as long as the experiment is there.',
  })
  async saveComparison(
    @Arg('title', () => String, { description: 'What to call it: a line of 120 characters at most.' })
    title: string,
    @Arg('path', () => String, {
      description:
        'The view’s address in the dashboard, without the server: `/experiments/<id>/` and then `neurons/<address>`, `layers/<layer>`, `images/<number>`, `atlas` or `ensemble`, with its parameters, as a browser writes it; 2,000 characters at most.',
    })
    path: string,
    @Ctx() context: Context,
  ): Promise<SavedComparison> {
    const comparison = parseComparison({ title, path });
    await loadExperiment(comparison.experimentId, context);
    return saveComparison(context.db, { ...comparison, authorId: context.viewer.userId });
  }

  @Access('editor')
  @Mutation(() => SavedComparisonType, {
    description:
      'Takes a view that one saved oneself out, and its address leads nowhere then; admins take out everybody’s. It answers with what it was.',
  })
  async removeComparison(
    @Arg('id', () => ID, { description: 'The saved comparison’s id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<SavedComparison> {
    checkId(id, 'a saved comparison');
    const node = await loadNode(id, context);
    if (!(node instanceof SavedComparison)) throw noComparison(id);
    return removeComparison(context.db, node.id, keeperOf(context.viewer));
  }

  @FieldResolver(() => ExperimentType, { description: 'Whose view it is.' })
  experiment(
    @Root() { experimentId }: SavedComparison,
    @Ctx() { loaders }: Context,
  ): Promise<Experiment | null> {
    return loaders.experiment.load(experimentId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether who asks saved it.' })
  mine(@Root() { authorId }: SavedComparison, @Ctx() { viewer }: Context): boolean {
    return authorId === viewer.userId;
  }
}
