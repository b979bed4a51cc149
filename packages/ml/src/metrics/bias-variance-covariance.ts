import { badInput } from '../errors/domain-error.ts';
import { type Labels, type Probabilities, requireLabels, requireMembers } from './class-scores.ts';
import { biasVarianceCovarianceDefinition } from './definitions.ts';

/** `squaredError = biasSquared + variance/M + (1 − 1/M)·covariance`; summed over classes, mean over images. */
export interface BiasVarianceCovariance {
  biasSquared: number;
  variance: number;
  /** 0 for families of one member. */
  covariance: number;
  definition: string;
}

type Parts = Omit<BiasVarianceCovariance, 'definition'>;

/**
 * Ueda and Nakano's decomposition of the squared error of an ensemble's mean probabilities.
 *
 * @param trials families of M members each, made alike with other seeds: the expectation is over them, so there must
 *   be two or more. `trials[t][m]` is [images, classes], and every trial's member m is of the same kind.
 */
export function biasVarianceCovariance(
  trials: readonly (readonly Probabilities[])[],
  labels: Labels,
): BiasVarianceCovariance {
  const members = requireTrials(trials, labels);
  const { images, classes, data } = trials[0]![0]!;
  const total: Parts = { biasSquared: 0, variance: 0, covariance: 0 };
  for (let k = 0; k < data.length; k++) {
    const target = labels[Math.floor(k / classes)] === k % classes ? 1 : 0;
    const point = decomposePoint(trials, members, k, target);
    total.biasSquared += point.biasSquared / images;
    total.variance += point.variance / images;
    total.covariance += point.covariance / images;
  }
  return { ...total, definition: biasVarianceCovarianceDefinition(members, trials.length) };
}

/** One image and class. The members' deviations sum to s, so Σ_{i≠j} d_i·d_j = s² − Σ d_i². */
function decomposePoint(
  trials: readonly (readonly Probabilities[])[],
  members: number,
  k: number,
  target: number,
): Parts {
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
    throw badInput(`${trials.length} trials came; an expectation over trials needs two families or more.`);
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
