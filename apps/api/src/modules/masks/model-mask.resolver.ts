import { DomainError, type Model } from '@kindred/core';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { loadModel } from '../models/load-model.ts';
import { ModelType } from '../models/model.type.ts';
import { MaskType } from './mask.type.ts';
import { MaskOverlapType } from './mask-overlap.type.ts';
import { toMask } from './to-mask.ts';
import { toMaskOverlap } from './to-mask-overlap.ts';

/** An overlap reads the bits of two masks, megabytes of a large network: it counts as so many values. */
const overlapComplexity = 100;

@Resolver(() => ModelType)
export class ModelMaskResolver {
  @FieldResolver(() => MaskType, {
    nullable: true,
    description:
      'What its mask leaves of the network; there as soon as the mask is drawn, before the training. Null without a mask, or where older versions drew it.',
  })
  async mask(@Root() { id }: Model, @Ctx() { loaders }: Context): Promise<MaskType | null> {
    return toMask(await loaders.maskedTensors.load(id));
  }

  @FieldResolver(() => MaskOverlapType, {
    nullable: true,
    complexity: overlapComplexity,
    description:
      'How far its mask and that of another model of the family keep the same weights; null where either has none.',
  })
  async maskOverlap(
    @Root() model: Model,
    @Arg('model', () => ID, { description: 'The other model’s id.' }) id: string,
    @Ctx() context: Context,
  ): Promise<MaskOverlapType | null> {
    const other = await loadModel(id, context);
    if (other.experimentId !== model.experimentId) {
      throw new DomainError(
        'BAD_INPUT',
        `${model.name} and that ${other.name} are of two families: only masks of one parent have an overlap.`,
      );
    }
    return toMaskOverlap(await context.loaders.maskOverlap.load({ model: model.id, other: other.id }));
  }
}
