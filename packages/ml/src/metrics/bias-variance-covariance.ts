import { badInput } from '../errors/domain-error.ts';
import { type Labels, type Probabilities, requireLabels, requireMembers } from './class-scores.ts';

/** [images] each, summed over classes: `squaredError = biasSquared + variance/M + (1 − 1/M)·covariance`. */
export interface BiasVarianceCovariance {
  biasSquared: Float64Array;
  variance: Float64Array;
  /** 0 for trials of one member. */
  covariance: Float64Array;
}

/**
 * Ueda and Nakano's decomposition of the squared error of an ensemble's mean probabilities, image by image (paper, §III-A, whose
 * line for bias² lacks the square).
 *
 * @param trials ensembles of M members each, made alike by other draws: the expectation is over them, so there must
 *   be two or more. `trials[t][m]` is [images, classes], and every trial's member m is of the same kind.
 */
export function biasVarianceCovariance(
  trials: readonly (readonly Probabilities[])[],
  labels: Labels,
): BiasVarianceCovariance {
  const members = requireTrials(trials, labels);
  const { images, classes, data } = trials[0]![0]!;
  const [biasSquared, variance, covariance] = Array.from({ length: 3 }, () => new Float64Array(images)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let k = 0; k < data.length; k++) {
    const image = Math.floor(k / classes);
    const point = decomposePoint(trials, members, k, labels[image] === k % classes ? 1 : 0);
    biasSquared[image]! += point.biasSquared;
    variance[image]! += point.variance;
    covariance[image]! += point.covariance;
  }
  return { biasSquared, variance, covariance };
}

/** One image and class. The members' deviations sum to s, so Σ_{i≠j} d_i·d_j = s² − Σ d_i². */
function decomposePoint(
  trials: readonly (readonly Probabilities[])[],
  members: number,
  k: number,
  target: number,
): Record<keyof BiasVarianceCovariance, number> {
  const expected = Array.from(
    { length: members },
    (_, m) => trials.reduce((sum, trial) => sum + trial[m]!.data[k]!, 0) / trials.length,
  );
  const bias = expected.reduce((sum, value) => sum + value - target, 0) / members;
  let squares = 0;
  let products = 0;
  for (const trial of trials) {
    const deviations = trial.map((member, m) => member.data[k]! - expected[m]!);
    const own = deviations.reduce((sum, d) => sum + d * d, 0);
    squares += own / trials.length;
    products += (deviations.reduce((sum, d) => sum + d, 0) ** 2 - own) / trials.length;
  }
  return {
    biasSquared: bias ** 2,
    variance: squares / members,
    covariance: members === 1 ? 0 : products / (members * (members - 1)),
  };
}

function requireTrials(trials: readonly (readonly Probabilities[])[], labels: Labels): number {
  if (trials.length < 2)
    throw badInput(`${trials.length} trials came; an expectation over trials needs two or more.`);
  requireMembers(trials.flat());
  requireLabels(labels, trials[0]![0]!);
  const members = trials[0]!.length;
  trials.forEach((trial, t) => {
    if (trial.length !== members)
      throw badInput(
        `Trial ${t} has ${trial.length} members and trial 0 has ${members}; all must have as many.`,
      );
  });
  return members;
}
