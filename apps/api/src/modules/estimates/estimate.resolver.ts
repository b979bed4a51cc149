import {
  type Database,
  type Estimate,
  estimate,
  requestEvaluation,
  requestExport,
  requestGrid,
  requestMatches,
  requestSaliency,
  requestTopImages,
  requestVisualizations,
  startExperiment,
} from '@kindred/core';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Access } from '../../access/access.ts';
import type { Context } from '../../context.ts';
import { toEvaluationRequest } from '../evaluations/request-evaluation.resolver.ts';
import { inputToConfig } from '../experiments/experiment-config.ts';
import { toGridRequest } from '../grids/request-grid.resolver.ts';
import { toMatchRequest } from '../matches/request-matches.resolver.ts';
import { loadModel } from '../models/load-model.ts';
import { toSaliencyRequest } from '../saliency/request-saliency.resolver.ts';
import { toTopImagesRequest } from '../top-images/request-top-images.resolver.ts';
import { toVisualizationRequest } from '../visualizations/request-visualizations.resolver.ts';
import { EstimateInput, EstimateType } from './estimate.type.ts';

/** All that the mutation does is done and taken back: it counts as so many values. */
const rehearsalComplexity = 5000;

@Resolver()
export class EstimateResolver {
  @Access('viewer')
  @Query(() => EstimateType, {
    complexity: rehearsalComplexity,
    description:
      'What a mutation would cost, before anything is started; it is refused for the reasons that the mutation would be.',
  })
  estimate(
    @Arg('of', () => EstimateInput, { description: 'What is to be asked for.' }) input: EstimateInput,
    @Ctx() context: Context,
  ): Promise<Estimate> {
    return estimate(context.db, (transaction) => ask(transaction, input, context));
  }
}

async function ask(db: Database, of: EstimateInput, context: Context): Promise<unknown> {
  const { queue, viewer } = context;
  if (of.experiment) return startExperiment(db, queue, inputToConfig(of.experiment), viewer.workspaceId);
  if (of.visualizations)
    return requestVisualizations(db, queue, await toVisualizationRequest(of.visualizations, context));
  if (of.saliency) return requestSaliency(db, queue, await toSaliencyRequest(of.saliency, context));
  if (of.grid) return requestGrid(db, queue, await toGridRequest(of.grid, context));
  if (of.topImages) return requestTopImages(db, queue, await toTopImagesRequest(of.topImages, context));
  if (of.evaluation) return requestEvaluation(db, queue, await toEvaluationRequest(of.evaluation, context));
  if (of.onnx != null) return requestExport(db, queue, (await loadModel(of.onnx, context)).id);
  return requestMatches(db, queue, await toMatchRequest(of.matches!, context));
}
