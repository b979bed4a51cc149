import { compareFamilies, DomainError, type Experiment, type PairKind, type PairSet } from '@kindred/core';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ExperimentType } from '../experiments/experiment.type.ts';
import { loadExperiment } from '../experiments/load-experiment.ts';
import { loadLayer } from '../neurons/load-neuron.ts';
import { DiversityTestType, PairKindEnum } from './diversity-test.type.ts';

@ArgsType()
class DiversityTestArgs {
  @Field(() => PairKindEnum, { description: 'The pairs that may be farther apart.' })
  of!: PairKind;

  @Field(() => PairKindEnum, { description: 'The pairs that they are compared with.' })
  against!: PairKind;

  @Field(() => ID, { nullable: true, description: 'Whose pairs these are; this experiment’s own without.' })
  experiment?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of a preset; the experiments’ own without.' })
  preset?: string | null;

  @Field(() => Int, { nullable: true, description: 'The pictures’ seed; that of each experiment without.' })
  seed?: number | null;

  @Field(() => String, { nullable: true, description: 'Name of a layer; all without.' })
  layer?: string | null;
}

/** It reads the distances of all pairs of two families: it counts as so many values. */
const testComplexity = 100;

@Resolver(() => ExperimentType)
export class DiversityTestResolver {
  @FieldResolver(() => DiversityTestType, {
    complexity: testComplexity,
    description:
      'Whether pairs of models of one kind are farther apart than those of another, here or in another experiment of the same architecture and preset.',
  })
  async diversityTest(
    @Root() experiment: Experiment,
    @Args(() => DiversityTestArgs) { of, against, layer, ...asked }: DiversityTestArgs,
    @Ctx() context: Context,
  ): Promise<DiversityTestType> {
    const other = asked.experiment ? await loadExperiment(asked.experiment, context) : experiment;
    if (layer) await loadLayer(experiment.config.parent, layer, context);
    const [first, second] = await Promise.all([
      setOf(experiment, of, asked, context),
      setOf(other, against, asked, context),
    ]);
    requireComparable(experiment, other, first, second);
    const { hashes, ...comparison } = await compareFamilies(context.readHashes, first, second, layer);
    return { ...comparison, ...hashes };
  }
}

async function setOf(
  experiment: Experiment,
  kind: PairKind,
  { preset, seed }: Pick<DiversityTestArgs, 'preset' | 'seed'>,
  { loaders }: Context,
): Promise<PairSet> {
  const { visualize, seed: own } = experiment.config;
  const models = await loaders.family.load(experiment.id);
  return { experiment, models, kind, preset: preset ?? visualize.preset, seed: seed ?? own };
}

function requireComparable(experiment: Experiment, other: Experiment, first: PairSet, second: PairSet): void {
  const [one, two] = [experiment.config.parent.architecture, other.config.parent.architecture];
  if (one !== two)
    throw new DomainError(
      'BAD_INPUT',
      `A ${one} and a ${two} share no neurons: compare experiments of one architecture.`,
    );
  if (first.preset !== second.preset)
    throw new DomainError(
      'BAD_INPUT',
      `The one is pictured by ${first.preset}, the other by ${second.preset}: give a preset that both have.`,
    );
}
