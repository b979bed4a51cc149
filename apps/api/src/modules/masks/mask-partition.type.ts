import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('MaskPartition', { description: 'How several masks of a family split its weights among them.' })
export class MaskPartitionType {
  @Field(() => Int, { description: 'Prunable weights.' })
  weights!: number;

  @Field(() => Int, { description: 'Weights that no mask keeps.' })
  keptByNone!: number;

  @Field(() => Int, { description: 'How often weights are kept beyond the first mask that keeps them.' })
  keptAgain!: number;

  @Field(() => Boolean, {
    description:
      'Whether every weight is kept by exactly one of the masks: the proof that they are a partition.',
  })
  exact!: boolean;
}
