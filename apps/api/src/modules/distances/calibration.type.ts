import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType('DistanceReference', { description: 'Distances that another one is seen beside.' })
export class DistanceReferenceType {
  @Field(() => Float, { description: 'Their mean, in bits.' })
  mean!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Standard deviation of the single distances, in bits; null of one alone.',
  })
  deviation!: number | null;

  @Field(() => Int, { description: 'How many there are.' })
  count!: number;

  @Field(() => String, { description: 'Which they are, in words.' })
  definition!: string;
}

@ObjectType('Calibration', {
  description:
    'Where a distance lies between that of a picture from its like and that of unrelated pictures: a number of bits alone says little.',
})
export class CalibrationType {
  @Field(() => DistanceReferenceType, {
    nullable: true,
    description:
      'Distances of the same model and neuron from itself by other seeds, of both models. They start from different images, as the two pictures compared don’t, which may lie closer. Null without a picture by another seed.',
  })
  floor!: DistanceReferenceType | null;

  @Field(() => DistanceReferenceType, {
    nullable: true,
    description:
      'Distances of different neurons, one of each model, by the same recipe. Null where no other neuron has a picture in both.',
  })
  ceiling!: DistanceReferenceType | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'How far the distance lies above the ceiling’s mean, in standard deviations of its single distances; mostly negative.',
  })
  z!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: '0 at the floor’s mean, 1 at the ceiling’s; it may lie beyond either.',
  })
  position!: number | null;

  @Field(() => [String], { description: 'What is null here, and why.' })
  missing!: string[];

  @Field(() => String, { description: 'What `z` and `position` are, in words.' })
  definition!: string;
}
