import {
  type EnsembleRequest,
  type Evaluation,
  type Job,
  type RequestedEvaluation,
  requestEvaluation,
} from '@kindred/core';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { JobType } from '../jobs/job.type.ts';
import { loadModelIds } from '../models/load-model.ts';
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
  @Access('editor')
  @Mutation(() => RequestEvaluationPayload, {
    description:
      'Asks how good any models of an experiment are together, from their stored predictions: no network runs. Asked again, it answers with what is there.',
  })
  async requestEvaluation(
    @Arg('input', () => RequestEvaluationInput, { description: 'Which models, and how.' })
    input: RequestEvaluationInput,
    @Ctx() context: Context,
  ): Promise<RequestedEvaluation> {
    return requestEvaluation(context.db, context.queue, await toEvaluationRequest(input, context));
  }
}

/** Core's words for it. Throws BAD_INPUT for what is no id, NOT_FOUND for a model that isn't the viewer's. */
export async function toEvaluationRequest(
  { models, ...measures }: RequestEvaluationInput,
  context: Context,
): Promise<EnsembleRequest> {
  return { modelIds: await loadModelIds(models, context), ...measures };
}
