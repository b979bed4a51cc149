import type { Experiment, Note } from '@kindred/core';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { newestPage } from '../../connections/newest-page.ts';
import type { Page } from '../../connections/page.ts';
import { PageArgs } from '../../connections/page-args.ts';
import type { Context } from '../../context.ts';
import { ExperimentType } from '../experiments/experiment.type.ts';
import { type Notable, placeOf } from './notable.ts';
import { NotableType } from './notable.type.ts';
import { NoteConnection } from './note.type.ts';

const description =
  'What people wrote about it, the newest first; about a neuron, in whatever model of its experiment.';

@Resolver(() => NotableType)
export class NotesResolver {
  @FieldResolver(() => NoteConnection, { description })
  async notes(
    @Root() notable: Notable,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Page<Note>> {
    const { experimentId, nodeId, neuron } = await placeOf(notable, context);
    return newestPage(page, (asked) =>
      context.loaders.notes.load(
        neuron === null
          ? { by: 'node', id: nodeId, ...asked }
          : { by: 'neuron', id: experimentId, neuron, ...asked },
      ),
    );
  }
}

@ArgsType()
class ExperimentNotesArgs extends PageArgs {
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether those about its models, neurons, pictures and all else in it come too.',
  })
  within!: boolean;
}

@Resolver(() => ExperimentType)
export class ExperimentNotesResolver {
  @FieldResolver(() => NoteConnection, { description })
  notes(
    @Root() { id }: Experiment,
    @Args(() => ExperimentNotesArgs) { within, ...page }: ExperimentNotesArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<Note>> {
    const by = within ? 'experiment' : 'node';
    return newestPage(page, (asked) => loaders.notes.load({ by, id, ...asked }));
  }
}
