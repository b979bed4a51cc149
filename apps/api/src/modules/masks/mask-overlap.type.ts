import { Field, Float, Int, ObjectType } from 'type-graphql';

/** Weights by which of two masks keep them. */
@ObjectType()
abstract class OverlapCounts {
  @Field(() => Int, { description: 'Weights in all; the four counts add up to them.' })
  weights!: number;

  @Field(() => Int, { description: 'Kept by both.' })
  both!: number;

  @Field(() => Int, { description: 'Kept by this one alone.' })
  onlyThis!: number;

  @Field(() => Int, { description: 'Kept by the other one alone.' })
  onlyOther!: number;

  @Field(() => Int, { description: 'Kept by neither.' })
  neither!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of what the other keeps that this one keeps too, 0 to 1: what a child inherits of a ticket. Null where the other keeps nothing.',
  })
  inherited!: number | null;
}

@ObjectType('TensorOverlap', { description: 'How far two masks keep the same weights of one tensor.' })
export class TensorOverlapType extends OverlapCounts {
  @Field(() => String, {
    description: 'Its name in the files of weights and masks: `layer2.0.conv1.weight`.',
  })
  tensor!: string;
}

@ObjectType('MaskOverlap', { description: 'How far two masks of a family keep the same weights.' })
export class MaskOverlapType extends OverlapCounts {
  @Field(() => Float, {
    description: 'Cartesian distance: the square root of how many weights one keeps and the other prunes.',
  })
  distance!: number;

  @Field(() => Boolean, {
    description:
      'Whether each mask is the other’s complement: every weight of every tensor is kept by exactly one of them.',
  })
  complements!: boolean;

  @Field(() => [TensorOverlapType], { description: 'Tensor by tensor, from the input on.' })
  tensors!: TensorOverlapType[];
}
