import type { BiasVarianceCovariance, ClassAccuracy, Evaluation, Measurement, Model } from '@kindred/core';
import { Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ModelType } from '../models/model.type.ts';
import {
  BiasVarianceCovarianceType,
  ClassAccuracyType,
  EvaluationType,
  MeasurementType,
} from './evaluation.type.ts';

@Resolver(() => EvaluationType)
export class EvaluationResolver {
  @FieldResolver(() => MeasurementType, { description: 'Share of images labelled right, 0 to 1.' })
  accuracy(@Root() { metrics }: Evaluation): Measurement {
    return metrics.accuracy;
  }

  @FieldResolver(() => MeasurementType, { description: 'Mean negative log-likelihood, in nats.' })
  nll(@Root() { metrics }: Evaluation): Measurement {
    return metrics.nll;
  }

  @FieldResolver(() => MeasurementType, { description: 'Expected calibration error, 0 to 1.' })
  ece(@Root() { metrics }: Evaluation): Measurement {
    return metrics.ece;
  }

  @FieldResolver(() => MeasurementType, {
    nullable: true,
    description: 'Mean Kullback–Leibler divergence between members, in nats; null for a single model.',
  })
  kl(@Root() { metrics }: Evaluation): Measurement | undefined {
    return metrics.kl;
  }

  @FieldResolver(() => MeasurementType, {
    nullable: true,
    description:
      'Prediction disagreement ratio: share of images that two members label differently; null for a single model.',
  })
  pdr(@Root() { metrics }: Evaluation): Measurement | undefined {
    return metrics.pdr;
  }

  @FieldResolver(() => MeasurementType, {
    nullable: true,
    description: 'Brier score, summed over classes, 0 to 2; null where older versions measured.',
  })
  brier(@Root() { metrics }: Evaluation): Measurement | undefined {
    return metrics.brier;
  }

  @FieldResolver(() => MeasurementType, {
    nullable: true,
    description:
      'What averaging takes off the members’ mean Brier score; null for a single model, or where older versions measured.',
  })
  ambiguity(@Root() { metrics }: Evaluation): Measurement | undefined {
    return metrics.ambiguity;
  }

  @FieldResolver(() => [ClassAccuracyType], {
    nullable: true,
    description: 'The accuracy of each class, in their order; null where older versions measured.',
  })
  classes(@Root() { metrics }: Evaluation): ClassAccuracy[] | undefined {
    return metrics.classes;
  }

  @FieldResolver(() => BiasVarianceCovarianceType, {
    nullable: true,
    description:
      'The parts of its squared error, the expectation being over two or more draws of masks; null for what was made once.',
  })
  decomposition(@Root() { metrics }: Evaluation): BiasVarianceCovariance | undefined {
    return metrics.decomposition;
  }

  @FieldResolver(() => String, {
    description: 'What of the members is averaged: `mean-softmax`, `mean-logits`.',
  })
  averaging(@Root() { definition }: Evaluation): string {
    return definition.averaging;
  }

  @FieldResolver(() => String, {
    description: 'Pairs of members that KL is averaged over: `ordered`, `i<j`.',
  })
  klPairs(@Root() { definition }: Evaluation): string {
    return definition.klPairs;
  }

  @FieldResolver(() => Int, { description: 'Equal bins of the expected calibration error.' })
  eceBins(@Root() { definition }: Evaluation): number {
    return definition.eceBins;
  }

  @FieldResolver(() => Float, { description: 'Of the intervals beside each measurement, for example 0.95.' })
  confidence(@Root() { definition }: Evaluation): number {
    return definition.confidence;
  }

  @FieldResolver(() => [ModelType], {
    description: 'The models measured together, in the order of the family.',
  })
  members(@Root() { members }: Evaluation, @Ctx() { loaders }: Context): Promise<(Model | Error | null)[]> {
    return loaders.model.loadMany(members);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the parent is one of the members.' })
  includesParent(@Root() { definition }: Evaluation): boolean {
    return definition.includesParent;
  }
}
