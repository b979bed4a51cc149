import type { MeanDistance } from '../distances/mean-distances.ts';
import type { Evaluation, Measurement } from '../evaluations/evaluation.entity.ts';
import type { ExperimentConfig } from '../experiments/experiment-config.ts';
import type { Model } from '../models/model.entity.ts';
import type { Claim, ClaimSubject } from './claim.ts';
import { settingDifferences, settingOf } from './claim-setting.ts';
import { definitionDifferences } from './definition-differences.ts';
import { judge } from './judge.ts';
import { meanDistance } from './mean-distance.ts';

export const claimVerdicts = [
  'agrees',
  'above',
  'below',
  'other-setting',
  'other-definition',
  'not-measured',
] as const;
export type ClaimVerdict = (typeof claimVerdicts)[number];

/** What an experiment measured. */
export interface Measured {
  config: ExperimentConfig;
  /** In the order of the family. */
  models: readonly Model[];
  evaluations: readonly Evaluation[];
  distances: Readonly<Record<'siblings' | 'snapshots', readonly MeanDistance<[Model, Model]>[]>>;
}

/** A claim beside what an experiment measured by the same definition. */
export interface ComparedClaim extends Claim {
  /** Where the published number lies beside the measured interval, or why that can't be said. */
  verdict: ClaimVerdict;
  /** What differs, or what is missing; empty where the two compare. */
  reasons: string[];
  measured: Measurement | null;
  /** Where the measured number is from, unless it is from pictures. */
  evaluation: Evaluation | null;
}

/** Only numbers of one definition stand side by side, and only those of one setting get a verdict. */
export function compareClaim(claim: Claim, measured: Measured): ComparedClaim {
  const { subject } = claim;
  switch (subject.kind) {
    case 'evaluation':
      return compareEvaluation(claim, subject, measured);
    case 'pictures':
      return comparePictures(claim, subject, measured);
    case 'other-definition':
      return without(claim, 'other-definition', [subject.why]);
  }
}

function compareEvaluation(
  claim: Claim,
  { name, metric }: Extract<ClaimSubject, { kind: 'evaluation' }>,
  { config, models, evaluations }: Measured,
): ComparedClaim {
  const named = evaluations.find((evaluation) => evaluation.name === name);
  if (!named?.metrics[metric])
    return without(claim, 'not-measured', [`this experiment has no ${claim.column} of ${name}`]);
  const evaluation = [named, ...evaluations.filter((other) => sameSubject(other, named))].find(
    ({ definition }) => definitionDifferences(claim.requires, definition).length === 0,
  );
  if (!evaluation)
    return without(claim, 'other-definition', definitionDifferences(claim.requires, named.definition));
  const members = models.filter(({ id }) => named.members.includes(id));
  const reasons = settingDifferences(claim.setting, settingOf(members, models, config));
  return beside(claim, evaluation.metrics[metric]!, reasons, evaluation);
}

function sameSubject(one: Evaluation, other: Evaluation): boolean {
  return (
    one.dataDigest === other.dataDigest && [...one.members].sort().join() === [...other.members].sort().join()
  );
}

function comparePictures(
  claim: Claim,
  { pairs, hash, neuron }: Extract<ClaimSubject, { kind: 'pictures' }>,
  { config, models, distances }: Measured,
): ComparedClaim {
  const found = distances[pairs].filter((distance) => !neuron || distance.neuron === neuron);
  if (found.length === 0)
    return without(claim, 'not-measured', [
      `no two ${pairs} here have pictures of ${neuron ?? 'one neuron'}`,
    ]);
  const pairsFound = new Set<[Model, Model]>();
  for (const one of found) for (const pair of one.pairs) pairsFound.add(pair);
  const seen = new Set([...pairsFound].flat());
  const members = models.filter((model) => seen.has(model));
  const reasons = settingDifferences(claim.setting, settingOf(members, models, config));
  return beside(claim, meanDistance(found, pairsFound.size, hash), reasons, null);
}

function beside(
  claim: Claim,
  measured: Measurement,
  reasons: string[],
  evaluation: Evaluation | null,
): ComparedClaim {
  const verdict = reasons.length > 0 ? 'other-setting' : judge(claim, measured);
  return { ...claim, verdict, reasons, measured, evaluation };
}

function without(claim: Claim, verdict: ClaimVerdict, reasons: string[]): ComparedClaim {
  return { ...claim, verdict, reasons, measured: null, evaluation: null };
}
