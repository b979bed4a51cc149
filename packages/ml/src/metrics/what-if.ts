import { meanScores } from '../ensembling/mean-scores.ts';
import { accuracy } from './accuracy.ts';
import { type ClassScores, type Labels, requireLabels, requireMembers } from './class-scores.ts';
import { ece } from './ece.ts';
import { mean } from './mean.ts';
import { nll } from './nll.ts';
import { predictedClasses } from './predicted-classes.ts';
import { type ReliabilityBin, reliability } from './reliability.ts';
import { safeLog, softmax } from './softmax.ts';

/** What is measured of members together, in the units of `Evaluation`; null where one has no other. */
export interface WhatIfValues {
  accuracy: number;
  nll: number;
  ece: number;
  kl: number | null;
  pdr: number | null;
}

/** Of members by their places among all, each once. */
export interface WhatIf {
  values(chosen: readonly number[]): WhatIfValues;
  /** KL of row to column in nats, and the share of images that the two put in other classes; 0 on the diagonal. */
  between(chosen: readonly number[]): { kl: number[][]; pdr: number[][] };
  reliability(chosen: readonly number[]): ReliabilityBin[];
}

/**
 * Any of these members as an ensemble, by mean softmax and ordered pairs: the values of `evaluateEnsemble` without their intervals,
 * at once, since what two members share is kept.
 *
 * @param memberLogits [images, classes] each
 * @param bins of ECE, default 15
 */
export function whatIf(memberLogits: readonly ClassScores[], labels: Labels, bins = 15): WhatIf {
  requireMembers(memberLogits);
  requireLabels(labels, memberLogits[0]!);
  const probabilities = memberLogits.map(softmax);
  const average = (chosen: readonly number[]) => meanScores(chosen.map((member) => probabilities[member]!));
  const kl = pairwise(divergence(probabilities));
  const pdr = pairwise(disagreement(probabilities));
  return {
    values(chosen) {
      const together = average(chosen);
      return {
        accuracy: accuracy(together, labels),
        nll: nll(together, labels),
        ece: ece(together, labels, bins),
        kl: meanOfPairs(chosen, kl),
        pdr: meanOfPairs(chosen, pdr),
      };
    },
    between: (chosen) => ({ kl: matrix(chosen, kl), pdr: matrix(chosen, pdr) }),
    reliability: (chosen) => reliability(average(chosen), labels, bins),
  };
}

type Between = (one: number, other: number) => number;

/** Each pair is computed once, when it is first asked for. */
function pairwise(compute: Between): Between {
  const known = new Map<string, number>();
  return (one, other) => {
    const key = `${one} ${other}`;
    const value = known.get(key) ?? compute(one, other);
    known.set(key, value);
    return value;
  };
}

function divergence(members: readonly ClassScores[]): Between {
  const logs = members.map(({ data }) => Float64Array.from(data, safeLog));
  return (one, other) => {
    const [p, logP, logQ] = [members[one]!.data, logs[one]!, logs[other]!];
    let sum = 0;
    for (let k = 0; k < p.length; k++) sum += p[k]! * (logP[k]! - logQ[k]!);
    return sum / members[one]!.images;
  };
}

function disagreement(members: readonly ClassScores[]): Between {
  const classes = members.map(predictedClasses);
  return (one, other) => {
    const others = classes[other]!;
    return mean(classes[one]!.map((predicted, image) => (predicted === others[image] ? 0 : 1)));
  };
}

const matrix = (chosen: readonly number[], between: Between): number[][] =>
  chosen.map((one) => chosen.map((other) => (one === other ? 0 : between(one, other))));

function meanOfPairs(chosen: readonly number[], between: Between): number | null {
  if (chosen.length < 2) return null;
  const sum = matrix(chosen, between)
    .flat()
    .reduce((total, value) => total + value, 0);
  return sum / (chosen.length * (chosen.length - 1));
}
