import { averageMembers } from '../ensembling/average-members.ts';
import { hits } from './accuracy.ts';
import { ambiguityPerImage } from './ambiguity.ts';
import { type BootstrapOptions, bootstrapInterval, bootstrapMeanInterval } from './bootstrap-interval.ts';
import { brierPerImage } from './brier.ts';
import { type ClassAccuracy, classAccuracies } from './class-accuracy.ts';
import { type ClassScores, type Labels, type Probabilities, requireMembers } from './class-scores.ts';
import {
  type Averaging,
  accuracyDefinition,
  ambiguityDefinition,
  brierDefinition,
  eceDefinition,
  klDefinition,
  nllDefinition,
  ofEnsemble,
  ofMembers,
  pdrDefinition,
  withInterval,
} from './definitions.ts';
import { calibrationGaps, eceOfGaps } from './ece.ts';
import { type KlPairs, klPerImage } from './kl-divergence.ts';
import { mean } from './mean.ts';
import { meanInterval } from './mean-interval.ts';
import type { Measurement } from './measurement.ts';
import { nllPerImage } from './nll.ts';
import { disagreementPerImage } from './prediction-disagreement.ts';
import { softmax } from './softmax.ts';
import { wilsonInterval } from './wilson-interval.ts';

export interface Evaluation {
  /** Share of images, 0 to 1. */
  accuracy: Measurement;
  /** Nats. */
  nll: Measurement;
  /** 0 to 1. */
  ece: Measurement;
  /** 0 to 2. */
  brier: Measurement;
  /** Of each class, in their order. */
  classes: ClassAccuracy[];
  /** Nats; of two members or more. */
  kl?: Measurement;
  /** Share of images, 0 to 1; of two members or more. */
  pdr?: Measurement;
  /** What averaging takes off the members' mean Brier score; of two members or more. */
  ambiguity?: Measurement;
}

export interface EvaluateOptions {
  /** Of the bootstrap behind the intervals of ECE, KL and PDR. */
  seed: number;
  /** Default 15. */
  eceBins?: number;
  /** Of every interval, default 0.95. */
  confidence?: number;
  /** Of the bootstrap, default 1000. */
  resamples?: number;
}

export interface EvaluateEnsembleOptions extends EvaluateOptions {
  /** Default 'mean-softmax'. */
  averaging?: Averaging;
  /** Default 'ordered'. */
  klPairs?: KlPairs;
  /** Whether the parent is a member, which the definitions then say; default false. */
  withParent?: boolean;
}

/** One model's quality: its logits [images, classes] against the labels [images]. */
export const evaluateModel = (logits: ClassScores, labels: Labels, options: EvaluateOptions): Evaluation =>
  evaluateProbabilities(softmax(logits), labels, options);

/** An ensemble's quality and, from two members on, their diversity; `memberLogits` are [images, classes] each, of any members. */
export function evaluateEnsemble(
  memberLogits: readonly ClassScores[],
  labels: Labels,
  options: EvaluateEnsembleOptions,
): Evaluation {
  requireMembers(memberLogits);
  const { averaging = 'mean-softmax', klPairs = 'ordered', withParent = false, ...shared } = options;
  const words = { members: memberLogits.length, averaging, withParent };
  const quality = evaluateProbabilities(averageMembers(averaging, memberLogits), labels, shared);
  const { classes, ...whole } = quality;
  const ofClasses = classes.flatMap(({ accuracy }) => accuracy ?? []);
  for (const measured of [...Object.values(whole), ...ofClasses] as Measurement[])
    measured.definition = ofEnsemble(measured.definition, words);
  if (memberLogits.length < 2) return quality;
  return { ...quality, ...diversity(memberLogits.map(softmax), klPairs, withParent, shared) };
}

function evaluateProbabilities(
  probabilities: Probabilities,
  labels: Labels,
  { eceBins = 15, confidence = 0.95, ...bootstrap }: EvaluateOptions,
): Evaluation {
  const hit = hits(probabilities, labels);
  const right = hit.reduce((sum, one) => sum + one, 0);
  const losses = nllPerImage(probabilities, labels);
  const errors = brierPerImage(probabilities, labels);
  const gaps = calibrationGaps(probabilities, labels, eceBins);
  const ece = eceOfGaps(gaps);
  const eceInterval = bootstrapInterval(hit.length, ece, (resample) => eceOfGaps(gaps, resample), {
    confidence,
    ...bootstrap,
  });
  return {
    accuracy: {
      value: right / hit.length,
      ...wilsonInterval(right, hit.length, confidence),
      definition: withInterval(accuracyDefinition(), 'Wilson', confidence),
    },
    nll: {
      value: mean(losses),
      ...meanInterval(losses, confidence),
      definition: withInterval(nllDefinition(), 'normal', confidence),
    },
    ece: {
      value: ece,
      ...eceInterval,
      definition: withInterval(eceDefinition(eceBins), 'bootstrap', confidence),
    },
    brier: {
      value: mean(errors),
      ...meanInterval(errors, confidence),
      definition: withInterval(brierDefinition(), 'normal', confidence),
    },
    classes: classAccuracies(probabilities, labels, confidence),
  };
}

function diversity(
  members: Probabilities[],
  pairs: KlPairs,
  withParent: boolean,
  bootstrap: BootstrapOptions,
): Required<Pick<Evaluation, 'kl' | 'pdr' | 'ambiguity'>> {
  const { confidence = 0.95 } = bootstrap;
  const measured = (perImage: Float64Array, definition: string): Measurement => ({
    value: mean(perImage),
    ...bootstrapMeanInterval(perImage, bootstrap),
    definition: ofMembers(withInterval(definition, 'bootstrap', confidence), {
      members: members.length,
      withParent,
    }),
  });
  return {
    kl: measured(klPerImage(members, pairs), klDefinition(pairs)),
    pdr: measured(disagreementPerImage(members), pdrDefinition()),
    ambiguity: measured(ambiguityPerImage(members), ambiguityDefinition()),
  };
}
