import type { Evaluation, Measurement } from '@kindred/core';
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { EvaluationType, MeasurementType } from './evaluation.type.ts';

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

  @FieldResolver(() => String, {
    description: 'What of the members is averaged: `mean-softmax`, `mean-logits`.',
  })
  averaging(@Root() { definition }: Evaluation): string {
    return definition.averaging;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the parent is one of the members.' })
  includesParent(@Root() { definition }: Evaluation): boolean {
    return definition.includesParent;
  }
}
