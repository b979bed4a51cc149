import type { EvaluationMeasures } from '@kindred/core';
import { ArgsType, Field, Float, InputType, Int } from 'type-graphql';

/** How members are measured together. */
@ArgsType()
@InputType()
export abstract class MeasuresArgs implements EvaluationMeasures {
  @Field(() => String, {
    defaultValue: 'mean-softmax',
    description: 'What of the members is averaged: `mean-softmax`, `mean-logits`.',
  })
  averaging!: EvaluationMeasures['averaging'];

  @Field(() => String, {
    defaultValue: 'ordered',
    description: 'Pairs of members that KL is averaged over: `ordered`, `i<j`.',
  })
  klPairs!: EvaluationMeasures['klPairs'];

  @Field(() => Int, { defaultValue: 15, description: 'Equal bins of the expected calibration error.' })
  eceBins!: number;

  @Field(() => Float, { defaultValue: 0.95, description: 'Of the intervals beside each measurement.' })
  confidence!: number;
}
