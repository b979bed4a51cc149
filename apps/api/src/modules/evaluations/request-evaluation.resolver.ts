import { type Evaluation, type Job, type RequestedEvaluation, requestEvaluation } from '@kindred/core';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { checkId } from '../../ids.ts';
import { JobType } from '../jobs/job.type.ts';
import { EvaluationType } from './evaluation.type.ts';
import { MeasuresArgs } from './measures.args.ts';

@InputType({ description: 'Which models are measured together, and how.' })
export class RequestEvaluationInput extends MeasuresArgs {
  @Field(() => [ID], { description: 'Ids of models of one experiment, each once; the parent may be one.' })
  models!: string[];
}

@ObjectType({ description: 'What requestEvaluation answers.' })
export class RequestEvaluationPayload {
  @Field(() => EvaluationType, { nullable: true, description: 'The evaluation; null until it is measured.' })
  evaluation!: Evaluation | null;

  @Field(() => JobType, {
    nullable: true,
    description: 'The job that measures it; null once it is measured.',
  })
  job!: Job | null;
}

@Resolver()
export class RequestEvaluationResolver {
  @Mutation(() => RequestEvaluationPayload, {
    description:
      'Asks how good any models of an experiment are together, from their stored predictions: no network runs. Asked again, it answers with what is there.',
  })
  requestEvaluation(
    @Arg('input', () => RequestEvaluationInput, { description: 'Which models, and how.' })
    { models, ...measures }: RequestEvaluationInput,
    @Ctx() { db, queue }: Context,
  ): Promise<RequestedEvaluation> {
    for (const id of models) checkId(id, 'a model');
    const modelIds = models.map((id) => id.toLowerCase());
    return requestEvaluation(db, queue, { modelIds, ...measures });
  }
}
