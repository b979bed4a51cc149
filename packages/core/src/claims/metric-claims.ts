import type { Claim, EvaluationMetric } from './claim.ts';

type MetricClaim = Pick<Claim, 'column' | 'unit' | 'definition' | 'requires'>;

/** How the paper averages (§II-B). */
const average = { averaging: 'mean-softmax', includesParent: false } as const;
const eceBins = 15;
const bins = `in ${eceBins} equal bins (lo,hi]: taken, the paper doesn't say`;

/** The columns of Tables I and II, of an ensemble whose members' softmax outputs are averaged, without the parent. */
export const ensembleMetrics = {
  accuracy: {
    column: 'ACC',
    unit: '%',
    definition: 'accuracy of the mean of the softmax outputs, without the parent (§II-B)',
    requires: average,
  },
  nll: {
    column: 'NLL',
    unit: 'nats',
    definition: 'NLL of the mean of the softmax outputs, without the parent (§II-B); nats: taken',
    requires: average,
  },
  ece: {
    column: 'ECE',
    unit: 'share',
    definition: `ECE of the mean of the softmax outputs, without the parent (§II-B), ${bins}`,
    requires: { ...average, eceBins },
  },
  pdr: {
    column: 'PDR',
    unit: 'share',
    definition: 'share of unequal argmax, mean over pairs of members (§III-A)',
    requires: { includesParent: false },
  },
  kl: {
    column: 'KL',
    unit: 'nats',
    definition: 'mean over "all pairwise combinations" (§III-A): ordered pairs and nats are taken',
    requires: { includesParent: false, klPairs: 'ordered' },
  },
} as const satisfies Partial<Record<EvaluationMetric, MetricClaim>>;

/** The columns of Table III, of one network each. */
export const networkMetrics = {
  accuracy: { column: 'ACC', unit: '%', definition: 'accuracy', requires: {} },
  nll: { column: 'NLL', unit: 'nats', definition: 'NLL; nats: taken', requires: {} },
  ece: { column: 'ECE', unit: 'share', definition: `ECE ${bins}`, requires: { eceBins } },
} as const satisfies Partial<Record<EvaluationMetric, MetricClaim>>;
