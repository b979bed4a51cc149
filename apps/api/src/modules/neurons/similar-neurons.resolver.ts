import { DomainError, type HashName, hashLengths, type Picture } from '@kindred/core';
import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { checkFirst } from '../../connections/page-args.ts';
import type { Context } from '../../context.ts';
import { HashNameEnum } from '../distances/hash-name.ts';
import { loadModel } from '../models/load-model.ts';
import { loadNeuron } from './load-neuron.ts';
import type { Neuron } from './neuron.ts';
import { NeuronType } from './neuron.type.ts';
import { type SimilarityScope, SimilarityScopeEnum, SimilarNeuronType } from './similar-neuron.type.ts';

/** A question may read every hash that is stored: it counts as so many values. */
const scanComplexity = 5000;

@ArgsType()
export class SimilarArgs {
  @Field(() => Int, { description: 'How many to answer, 1 to 100.' })
  first!: number;

  @Field(() => HashNameEnum, { description: 'Which hash is compared.' })
  hash!: HashName;

  @Field(() => Int, { nullable: true, description: 'Unequal bits at most; any number without.' })
  maxBits?: number | null;

  @Field(() => SimilarityScopeEnum, { description: 'Whose pictures are looked through.' })
  scope!: SimilarityScope;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the preset of its picture; the newest of any without.',
  })
  preset?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether pictures of other presets and seeds are looked through too.',
  })
  anyRecipe!: boolean;
}

@Resolver(() => NeuronType)
export class SimilarNeuronsResolver {
  @FieldResolver(() => [SimilarNeuronType], {
    nullable: true,
    complexity: ({ args, childComplexity }) => scanComplexity + Math.max(0, args.first) * childComplexity,
    description:
      'The neurons whose pictures are nearest to its newest one, the nearest first, by the unequal bits of one hash. Null while its picture is missing, or where it stayed silent.',
  })
  async similar(
    @Root() neuron: Neuron,
    @Args(() => SimilarArgs) { first, hash, maxBits, scope, preset, anyRecipe }: SimilarArgs,
    @Ctx() context: Context,
  ): Promise<SimilarNeuronType[] | null> {
    checkFirst(first);
    checkBits(maxBits, hash);
    const { model, layer, channel } = neuron;
    const key = { modelId: model.id, layer: layer.name, channel, preset };
    const to = await context.loaders.visualization.load(key);
    if (!to?.hashes?.comparable) return null;
    const modelIds = await modelsWithin(scope, neuron, context);
    const { workspaceId } = context.viewer;
    const found = await context.findSimilar({
      to,
      hash,
      first,
      maxBits,
      modelIds,
      workspaceId,
      anyRecipe,
    });
    return Promise.all(
      found.map(async ({ visualization, bits }) => ({
        bits,
        of: hashLengths[hash],
        visualization,
        neuron: await neuronOf(visualization, context),
      })),
    );
  }
}

function checkBits(maxBits: number | null | undefined, hash: HashName): void {
  if (maxBits == null || (maxBits >= 0 && maxBits <= hashLengths[hash])) return;
  throw new DomainError(
    'BAD_INPUT',
    `maxBits: ${maxBits} is no distance by the ${hash} hash: ask for 0 to ${hashLengths[hash]}, or leave it out.`,
  );
}

/** Ids of models; null for all that the viewer may see. */
async function modelsWithin(
  scope: SimilarityScope,
  { model }: Neuron,
  { loaders }: Context,
): Promise<string[] | null> {
  if (scope === 'all') return null;
  if (scope === 'model') return [model.id];
  return (await loaders.family.load(model.experimentId)).map(({ id }) => id);
}

async function neuronOf(visualization: Picture, context: Context): Promise<Neuron> {
  return loadNeuron(await loadModel(visualization.modelId, context), visualization, context);
}
