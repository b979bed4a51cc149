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
    description: `A glimpse of the family: one of the visualized neurons, from the middle of the network, in each of the first ${longestStrip} models that have it.`,
  })
  async strip(@Root() { id }: Experiment, @Ctx() context: Context): Promise<Neuron[]> {
    const [refs, family] = await Promise.all([
      context.loaders.visualizedNeurons.load(id),
      context.loaders.family.load(id),
    ]);
    const ref = refs[Math.floor(refs.length / 2)];
    if (!ref) return [];
    const neurons = await Promise.all(family.map((model) => findNeuron(model, ref, context)));
    return neurons.filter((neuron) => neuron !== null).slice(0, longestStrip);
  }
}
