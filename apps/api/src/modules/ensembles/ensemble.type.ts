import type { Evaluation, EvaluationMeasures, Model } from '@kindred/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { EvaluationType } from '../evaluations/evaluation.type.ts';
import { ModelType } from '../models/model.type.ts';

@ObjectType('Ensemble', { description: 'Models whose predictions are averaged.' })
export class EnsembleType {
  @Field(() => String, {
    description:
      'The method that made it: `prune-and-tune`, `snapshot`, `mimo`, …; the model’s name for one alone, `chosen` for members that someone chose.',
  })
  name!: string;

  @Field(() => [ModelType], { description: 'The models averaged, in the order of the family.' })
  members!: Model[];

  @Field(() => Int, {
    description: 'Predictions averaged: one a model, or those of the members that share it.',
  })
  size!: number;

  @Field(() => EvaluationType, {
    nullable: true,
    description: 'Its measured quality; null until it is measured, which `requestEvaluation` asks for.',
  })
  evaluation!: Evaluation | null;

  /** How it is to be measured; left out where its experiment says it. */
  measures?: EvaluationMeasures;
}
