import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OneOf } from '../../schema/one-of.ts';
import { RequestEvaluationInput } from '../evaluations/request-evaluation.resolver.ts';
import { ExperimentInput } from '../experiments/experiment.input.ts';
import { RequestGridInput } from '../grids/request-grid.resolver.ts';
import { RequestMatchesInput } from '../matches/request-matches.resolver.ts';
import { RequestSaliencyInput } from '../saliency/request-saliency.resolver.ts';
import { RequestTopImagesInput } from '../top-images/request-top-images.resolver.ts';
import { RequestVisualizationsInput } from '../visualizations/request-visualizations.resolver.ts';

@OneOf()
@InputType({ description: 'Exactly one of these, as the mutation that it is for takes it.' })
export class EstimateInput {
  @Field(() => ExperimentInput, { nullable: true, description: 'For startExperiment.' })
  experiment?: ExperimentInput;

  @Field(() => RequestVisualizationsInput, { nullable: true, description: 'For requestVisualizations.' })
  visualizations?: RequestVisualizationsInput;

  @Field(() => RequestSaliencyInput, { nullable: true, description: 'For requestSaliency.' })
  saliency?: RequestSaliencyInput;

  @Field(() => RequestGridInput, { nullable: true, description: 'For requestGrid.' })
  grid?: RequestGridInput;

  @Field(() => RequestMatchesInput, { nullable: true, description: 'For requestMatches.' })
  matches?: RequestMatchesInput;

  @Field(() => RequestTopImagesInput, { nullable: true, description: 'For requestTopImages.' })
  topImages?: RequestTopImagesInput;

  @Field(() => RequestEvaluationInput, { nullable: true, description: 'For requestEvaluation.' })
  evaluation?: RequestEvaluationInput;

  @Field(() => ID, { nullable: true, description: 'A model’s id, for exportOnnx.' })
  onnx?: string;
}

@ObjectType('Estimate', {
  description: 'What a mutation would cost. What is there or under way already costs nothing.',
})
export class EstimateType {
  @Field(() => Int, { description: 'Jobs that it would queue.' })
  jobs!: number;

  @Field(() => Float, {
    description:
      'About how many passes of one image forwards through the network its arithmetic is worth; a pass back counts as two.',
  })
  images!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Floating-point operations of these passes, two a multiply-add; null while no training of such a network was counted here.',
  })
  floatingPointOperations!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Time of the jobs one after the other, at the median rate of the newest finished ones of the same name, architecture and dataset; less where several run at once. Null while none has finished.',
  })
  seconds!: number | null;

  @Field(() => [String], { description: 'What is null here, and why.' })
  missing!: string[];
}
