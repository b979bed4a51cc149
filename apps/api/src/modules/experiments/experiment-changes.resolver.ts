import type { Experiment } from '@kindred/core';
import { Arg, Ctx, ID, Resolver, Subscription } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { createLoaders } from '../../loaders/create-loaders.ts';
import { throttle } from '../../subscriptions/throttle.ts';
import { ExperimentType } from './experiment.type.ts';
import { loadExperiment } from './load-experiment.ts';

const shortestIntervalMs = 250;

@Resolver()
export class ExperimentChangesResolver {
  @Access('viewer')
  @Subscription(() => ExperimentType, {
    description:
      'The experiment as it is, then each time that something about it changed, 4 times a second at most.',
    subscribe: experimentChanges,
  })
  experiment(
    @Arg('id', () => ID, { description: 'The experiment’s id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Experiment> {
    // One context serves the whole subscription, and what it remembers is what has changed.
    context.loaders = createLoaders(context, context.viewer);
    return loadExperiment(id, context);
  }
}

interface Asked {
  args: { id: string };
  context: Context;
}

async function experimentChanges({ args, context }: Asked): Promise<AsyncIterable<void>> {
  const { id } = await loadExperiment(args.id, context);
  return throttle(context.events.subscribe(id), shortestIntervalMs);
}
