import type { Evaluation, Model } from '@kindred/core';
import { Field, ObjectType } from 'type-graphql';
import { EvaluationType } from '../evaluations/evaluation.type.ts';
import { ModelType } from '../models/model.type.ts';

@ObjectType('Ensemble', { description: 'Models whose predictions are averaged.' })
export class EnsembleType {
  @Field(() => String, { description: '`prune-and-tune`, `snapshot`, `fge` or `dense`.' })
  name!: string;

  @Field(() => [ModelType], { description: 'The models averaged, in the order of the family.' })
  members!: Model[];

  @Field(() => EvaluationType, {
    nullable: true,
    description: 'Its measured quality; null until it is measured.',
  })
  evaluation!: Evaluation | null;
}
