import { meanProbabilities } from '../ensembling/mean-softmax.ts';
import { biasVarianceCovariance } from './bias-variance-covariance.ts';
import { brierPerImage } from './brier.ts';
import type { ClassScores, Labels } from './class-scores.ts';
import { biasVarianceCovarianceDefinition, withInterval } from './definitions.ts';
import { mean } from './mean.ts';
import { meanInterval } from './mean-interval.ts';
import type { Measurement } from './measurement.ts';
import { softmax } from './softmax.ts';

/** `squaredError = biasSquared + variance/members + (1 − 1/members)·covariance`. */
export interface TrialsEvaluation {
  trials: number;
  /** Of each trial. */
  members: number;
  /** Of the trials' ensembles, measured directly: their mean Brier score. */
  squaredError: Measurement;
  biasSquared: Measurement;
  variance: Measurement;
  /** Below 0 where members err in other directions. */
  covariance: Measurement;
}

export interface EvaluateTrialsOptions {
  /** What differs from trial to trial, in the plural: what the expectation is over. */
  over: string;
  /** Of every interval, over the images; default 0.95. */
  confidence?: number;
}

/**
 * The squared error of ensembles that were made alike, and its parts; `trialLogits[t][m]` are [images, classes]. The expectation is
 * the mean over the trials there are, so that of T trials variance and covariance come out (T − 1)/T as large as of endlessly many.
 */
export function evaluateTrials(
  trialLogits: readonly (readonly ClassScores[])[],
  labels: Labels,
  { over, confidence = 0.95 }: EvaluateTrialsOptions,
): TrialsEvaluation {
  const trials = trialLogits.map((members) => members.map(softmax));
  const { biasSquared, variance, covariance } = biasVarianceCovariance(trials, labels);
  const errors = trials.map((members) => brierPerImage(meanProbabilities(members), labels));
  const squaredErrors = Float64Array.from(labels, (_, image) => mean(errors.map((error) => error[image]!)));
  const counts = { trials: trials.length, members: trials[0]!.length };
  const measured = (part: string, perImage: Float64Array): Measurement => ({
    value: mean(perImage),
    ...meanInterval(perImage, confidence),
    definition: withInterval(
      biasVarianceCovarianceDefinition(part, { ...counts, over }),
      'normal',
      confidence,
    ),
  });
  return {
    ...counts,
    squaredError: measured('squared error', squaredErrors),
    biasSquared: measured('bias²', biasSquared),
    variance: measured('variance', variance),
    covariance: measured('covariance', covariance),
  };
}
