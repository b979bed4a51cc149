import type { Experiment } from '@kindred/core';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ExperimentType } from '../experiments/experiment.type.ts';
import { findNeuron } from './load-neuron.ts';
import type { Neuron } from './neuron.ts';
import { NeuronType } from './neuron.type.ts';

const longestStrip = 9;

@Resolver(() => ExperimentType)
export class FamilyStripResolver {
  @FieldResolver(() => [NeuronType], {
    description: `A glimpse of the family: of the neurons that its first pictured model shows, the one in the middle of the network, in each of the first ${longestStrip} models that have it.`,
  })
  async strip(@Root() { id }: Experiment, @Ctx() context: Context): Promise<Neuron[]> {
    const [ref, family] = await Promise.all([
      context.loaders.middleNeuron.load(id),
      context.loaders.family.load(id),
    ]);
    if (!ref) return [];
    const neurons = await Promise.all(family.map((model) => findNeuron(model, ref, context)));
    return neurons.filter((neuron) => neuron !== null).slice(0, longestStrip);
  }
}
