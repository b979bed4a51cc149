import { DomainError, type Model, maskPartition } from '@kindred/core';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { loadModel } from '../models/load-model.ts';
import { ModelType } from '../models/model.type.ts';
import { MaskType } from './mask.type.ts';
import { MaskOverlapType } from './mask-overlap.type.ts';
import { MaskPartitionType } from './mask-partition.type.ts';
import { toMask } from './to-mask.ts';
import { toMaskOverlap } from './to-mask-overlap.ts';

/** An overlap reads the bits of two masks, megabytes of a large network: it counts as so many values. */
const overlapComplexity = 100;

/** As many as one draw of a pruning has children, less one. */
const mostRelatives = 63;

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
    const other = await loadRelative(id, model, context);
    return toMaskOverlap(await context.loaders.maskOverlap.load({ model: model.id, other: other.id }));
  }

  @FieldResolver(() => MaskPartitionType, {
    nullable: true,
    complexity: ({ args, childComplexity }) => overlapComplexity * args.models.length + childComplexity,
    description:
      'How its mask and those of other models of the family split the weights; null where one of them has none.',
  })
  async maskPartition(
    @Root() model: Model,
    @Arg('models', () => [ID], { description: 'The other models’ ids, 1 to 63.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<MaskPartitionType | null> {
    const others = new Set(ids.filter((id) => id !== model.id));
    if (others.size < 1 || others.size > mostRelatives)
      throw new DomainError(
        'BAD_INPUT',
        `${others.size} other models came; 1 to ${mostRelatives} can be named.`,
      );
    await Promise.all([...others].map((id) => loadRelative(id, model, context)));
    const partition = await maskPartition(context.db, [model.id, ...others]);
    return partition && { ...partition, exact: partition.keptByNone === 0 && partition.keptAgain === 0 };
  }
}

/** @throws DomainError BAD_INPUT for a model of another family */
async function loadRelative(id: string, model: Model, context: Context): Promise<Model> {
  const other = await loadModel(id, context);
  if (other.experimentId === model.experimentId) return other;
  throw new DomainError(
    'BAD_INPUT',
    `${model.name} and that ${other.name} are of two families: only masks of one parent have an overlap.`,
  );
}
