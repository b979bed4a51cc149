import type { Evaluation, Model } from '@kindred/core';
import { Field, Int, ObjectType } from 'type-graphql';
import { EvaluationType } from '../evaluations/evaluation.type.ts';
import { ModelType } from '../models/model.type.ts';

@ObjectType('Ensemble', { description: 'Models whose predictions are averaged.' })
export class EnsembleType {
  @Field(() => String, { description: 'The method that made it: `prune-and-tune`, `snapshot`, `mimo`, …' })
  name!: string;

  @Field(() => [ModelType], { description: 'The models averaged, in the order of the family.' })
  members!: Model[];

  @Field(() => Int, {
    description: 'Predictions averaged: one a model, or those of the members that share it.',
  })
  size!: number;

  @Field(() => EvaluationType, {
    nullable: true,
    description: 'Its measured quality; null until it is measured.',
  })
  evaluation!: Evaluation | null;
}
