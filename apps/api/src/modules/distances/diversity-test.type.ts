import { type Measurement, pairKinds } from '@kindred/core';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { upperCaseEnum } from '../../schema/upper-case-enum.ts';
import { MeasurementType } from '../evaluations/evaluation.type.ts';

export const PairKindEnum = upperCaseEnum(pairKinds);

registerEnumType(PairKindEnum, {
  name: 'PairKind',
  description: 'Pairs of models of one family that are compared with each other.',
  valuesConfig: {
    SIBLINGS: { description: 'Children whose masks are complements.' },
    CHILDREN: { description: 'Children without a sibling, each with the next.' },
    SNAPSHOTS: { description: 'Each snapshot with the next.' },
    FGE: { description: 'Each low point with the next.' },
    HORIZONTAL: { description: 'Each of the last epochs with the next.' },
    DENSE: { description: 'Each dense network with the next.' },
    LTR: { description: 'Each rewound ticket with the next.' },
    EDST: { description: 'Each member of the sparse run with the next.' },
  },
});

@ObjectType('HashDiversityTest', { description: 'Whether pairs are farther apart than others, by one hash.' })
export class HashDiversityTestType {
  @Field(() => MeasurementType, {
    description: 'Bits that they are farther apart: mean over neurons, with its interval over neurons.',
  })
  effect!: Measurement;

  @Field(() => Float, {
    description:
      'How often chance alone makes the effect as large or larger, if the pairs were no farther apart: one-sided, and not corrected for testing five hashes.',
  })
  p!: number;

  @Field(() => Boolean, {
    description: 'Whether every pattern of signs was gone through; else they were drawn.',
  })
  exact!: boolean;

  @Field(() => String, { description: 'What was tested, in words.' })
  definition!: string;
}

@ObjectType('DiversityTest', {
  description: 'Whether pairs of one kind are farther apart than pairs of another, neuron by neuron.',
})
export class DiversityTestType {
  @Field(() => Int, { description: 'Neurons that both kinds have distances of.' })
  neurons!: number;

  @Field(() => HashDiversityTestType, { nullable: true, description: 'By the average hash.' })
  average?: HashDiversityTestType;

  @Field(() => HashDiversityTestType, { nullable: true, description: 'By the perceptual hash.' })
  perceptual?: HashDiversityTestType;

  @Field(() => HashDiversityTestType, { nullable: true, description: 'By the difference hash.' })
  difference?: HashDiversityTestType;

  @Field(() => HashDiversityTestType, { nullable: true, description: 'By the wavelet hash.' })
  wavelet?: HashDiversityTestType;

  @Field(() => HashDiversityTestType, { nullable: true, description: 'By the colour hash.' })
  color?: HashDiversityTestType;

  @Field(() => [String], { description: 'Why there is no test; empty where there is one.' })
  missing!: string[];
}
