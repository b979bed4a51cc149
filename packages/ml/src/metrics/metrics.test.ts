import { describe, expect, it } from 'vitest';
import { meanLogits } from '../ensembling/mean-logits.ts';
import { meanProbabilities, meanSoftmax } from '../ensembling/mean-softmax.ts';
import { accuracy } from './accuracy.ts';
import { ambiguityDecomposition } from './ambiguity.ts';
import { biasVarianceCovariance } from './bias-variance-covariance.ts';
import { brier, brierPerImage } from './brier.ts';
import { classAccuracies } from './class-accuracy.ts';
import type { ClassScores, Probabilities } from './class-scores.ts';
import { ece } from './ece.ts';
import { klDivergence } from './kl-divergence.ts';
import { nll } from './nll.ts';
import { predictionDisagreement } from './prediction-disagreement.ts';
import { softmax } from './softmax.ts';

const probabilities = (...rows: number[][]): Probabilities => ({
  images: rows.length,
  classes: rows[0]!.length,
  data: Float64Array.from(rows.flat()),
});

/** Logits of 40 images and 4 classes, other ones for each seed. */
const madeLogits = (seed: number): ClassScores => ({
  images: 40,
  classes: 4,
  data: Float32Array.from({ length: 160 }, (_, i) => 3 * Math.sin(i * 1.3 + seed) + Math.cos(seed * i)),
});
const madeLabels = Uint8Array.from({ length: 40 }, (_, i) => (i * 7) % 4);
const made = (seed: number): Probabilities => softmax(madeLogits(seed));

describe('softmax', () => {
  it('is right where exponentials overflow', () => {
    const { data } = softmax({ images: 1, classes: 2, data: Float32Array.from([1000, 1000 + Math.log(3)]) });
    expect(data[1]! / data[0]!).toBeCloseTo(3, 3);
  });

  it('gives rows that sum to 1', () => {
    const { data } = made(1);
    for (let row = 0; row < 160; row += 4)
      expect(data.subarray(row, row + 4).reduce((a, b) => a + b)).toBeCloseTo(1, 14);
  });
});

describe('accuracy', () => {
  it('is the share of images whose highest score is the label, of equal scores the first', () => {
    const scores = probabilities([0.9, 0.1], [0.2, 0.8], [0.5, 0.5], [0.5, 0.5]);
    expect(accuracy(scores, Uint8Array.of(0, 0, 0, 1))).toBe(0.5);
  });
});

describe('accuracy by class', () => {
  it('is the share of the images of each class, with the interval of so few', () => {
    const scores = probabilities([0.9, 0.1, 0], [0.2, 0.8, 0], [0.1, 0.9, 0], [0.7, 0.3, 0]);
    const [zero, one, two] = classAccuracies(scores, Uint8Array.of(0, 0, 1, 1));
    expect([zero!.images, zero!.accuracy!.value]).toEqual([2, 0.5]);
    expect([one!.images, one!.accuracy!.value]).toEqual([2, 0.5]);
    expect(zero!.accuracy!.low).toBeCloseTo(0.0945, 4);
    expect(zero!.accuracy!.definition).toBe(
      'class accuracy v1, share of the images of a class; Wilson interval 0.95',
    );
    expect(two).toEqual({ class: 2, images: 0, accuracy: null });
  });
});

describe('negative log likelihood', () => {
  it('is the mean of −ln p of the labels', () => {
    expect(nll(probabilities([0.5, 0.5], [0.25, 0.75]), Uint8Array.of(0, 0))).toBeCloseTo(1.5 * Math.LN2, 14);
  });

  it('stays finite where a probability has underflowed', () => {
    expect(nll(probabilities([1, 0]), Uint8Array.of(1))).toBeCloseTo(744.44, 2);
  });
});

describe('expected calibration error', () => {
  it('weighs the gap of each bin by its images', () => {
    const confident = probabilities([0.9, 0.1], [0.9, 0.1], [0.62, 0.38], [0.62, 0.38]);
    expect(ece(confident, Uint8Array.of(0, 1, 0, 0))).toBeCloseTo(
      (Math.abs(1 - 1.8) + Math.abs(2 - 1.24)) / 4,
      14,
    );
  });

  it('puts a confidence on an edge into the bin below it', () => {
    const onEdge = probabilities([0.6, 0.4, 0], [0.55, 0.45, 0], [0.65, 0.35, 0]);
    const labels = Uint8Array.of(0, 0, 1);
    // (0.5, 0.6] holds the first two, (0.6, 0.7] the third.
    expect(ece(onEdge, labels, 10)).toBeCloseTo((0.4 + 0.45 + 0.65) / 3, 14);
    expect(ece(probabilities([0.6, 0.4, 0], [0.61, 0.39, 0]), Uint8Array.of(0, 1), 10)).toBeCloseTo(
      (0.4 + 0.61) / 2,
      14,
    );
  });

  it('is 0 for sure and right, 1 for sure and wrong', () => {
    expect(ece(probabilities([1, 0]), Uint8Array.of(0))).toBe(0);
    expect(ece(probabilities([1, 0]), Uint8Array.of(1))).toBe(1);
  });

  it('depends on its bins', () => {
    const twoConfidences = probabilities([0.9, 0.1], [0.55, 0.45]);
    expect(ece(twoConfidences, Uint8Array.of(0, 1))).toBeCloseTo((0.1 + 0.55) / 2, 14);
    expect(ece(twoConfidences, Uint8Array.of(0, 1), 1)).toBeCloseTo((0.55 - 0.1) / 2, 14);
    expect(() => ece(made(1), madeLabels, 0)).toThrow('0 bins came');
  });
});

describe('the Brier score', () => {
  it('sums over classes', () => {
    expect(brier(probabilities([0.5, 0.3, 0.2]), Uint8Array.of(0))).toBeCloseTo(0.25 + 0.09 + 0.04, 14);
  });
});

describe('diversity', () => {
  const p = probabilities([0.5, 0.5]);
  const q = probabilities([0.9, 0.1]);
  const pq = 0.5 * Math.log(0.5 / 0.9) + 0.5 * Math.log(0.5 / 0.1);
  const qp = 0.9 * Math.log(0.9 / 0.5) + 0.1 * Math.log(0.1 / 0.5);

  it('of KL is a mean over ordered pairs, or over those with i < j', () => {
    expect(klDivergence([p, q])).toBeCloseTo((pq + qp) / 2, 14);
    expect(klDivergence([p, q], 'i<j')).toBeCloseTo(pq, 14);
    expect(klDivergence([q, p], 'i<j')).toBeCloseTo(qp, 14);
  });

  it('is 0 between equal members', () => {
    expect(klDivergence([made(1), made(1), made(1)])).toBe(0);
    expect(predictionDisagreement([made(1), made(1)])).toBe(0);
  });

  it('of KL stays finite where a probability is 0', () => {
    expect(Number.isFinite(klDivergence([probabilities([1, 0]), probabilities([0, 1])]))).toBe(true);
  });

  it('of predictions is the share of unequal classes over pairs and images', () => {
    const a = probabilities([1, 0], [1, 0]);
    const b = probabilities([0, 1], [1, 0]);
    expect(predictionDisagreement([a, a, b])).toBeCloseTo((0 + 1 / 2 + 1 / 2) / 3, 14);
  });

  it('needs two members, and a known choice of pairs', () => {
    expect(() => klDivergence([p])).toThrow('1 members came; 2 or more');
    expect(() => klDivergence([p, q], 'all' as 'i<j')).toThrow('Unknown pairs "all"');
  });
});

describe('an ensemble', () => {
  it('averages probabilities, or logits before the softmax', () => {
    const logits = [0, 2].map((logit) => ({ images: 1, classes: 2, data: Float32Array.of(logit, 0) }));
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    expect(meanSoftmax(logits).data[0]).toBeCloseTo((0.5 + sigmoid(2)) / 2, 14);
    expect(meanLogits(logits).data[0]).toBeCloseTo(sigmoid(1), 14);
  });

  it('has the mean squared error of its members, less their ambiguity', () => {
    const parts = ambiguityDecomposition([made(1), made(2), made(3)], madeLabels);
    expect(parts.ambiguity).toBeGreaterThan(0.01);
    expect(parts.ensembleError).toBeCloseTo(parts.meanMemberError - parts.ambiguity, 14);
  });

  it.each([1, 2, 3])(
    'of %i has bias² + variance/M + (1 − 1/M)·covariance as its squared error, image by image',
    (members) => {
      const trials = [10, 20, 30, 40].map((trial) =>
        Array.from({ length: members }, (_, m) => made(trial + m)),
      );
      const { biasSquared, variance, covariance } = biasVarianceCovariance(trials, madeLabels);
      const errors = trials.map((trial) => brierPerImage(meanProbabilities(trial), madeLabels));
      for (const image of madeLabels.keys()) {
        const direct = errors.reduce((sum, error) => sum + error[image]!, 0) / trials.length;
        const spread = variance[image]! / members + (1 - 1 / members) * covariance[image]!;
        expect(biasSquared[image]! + spread).toBeCloseTo(direct, 13);
      }
      expect(Math.max(...variance)).toBeGreaterThan(0.01);
    },
  );

  it('splits into exactly these where every number is a sum of halves', () => {
    const trials = [
      [probabilities([0.75, 0.25]), probabilities([0.5, 0.5])],
      [probabilities([0.25, 0.75]), probabilities([1, 0])],
    ];
    expect(biasVarianceCovariance(trials, Uint8Array.of(0))).toEqual({
      biasSquared: Float64Array.of(0.28125),
      variance: Float64Array.of(0.125),
      covariance: Float64Array.of(-0.125),
    });
    const errors = trials.map((trial) => brier(meanProbabilities(trial), Uint8Array.of(0)));
    expect(0.28125 + 0.125 / 2 + (1 - 1 / 2) * -0.125).toBe((errors[0]! + errors[1]!) / 2);
    expect(ambiguityDecomposition(trials[0]!, Uint8Array.of(0))).toEqual({
      meanMemberError: 0.3125,
      ambiguity: 0.03125,
      ensembleError: 0.28125,
      definition: expect.stringMatching(/^ambiguity v1, .*; 2 members$/),
    });
  });

  it('has no expectation over one trial', () => {
    expect(() => biasVarianceCovariance([[made(1)]], madeLabels)).toThrow('1 trials came');
    expect(() => biasVarianceCovariance([[made(1)], [made(1), made(2)]], madeLabels)).toThrow(
      'Trial 1 has 2 members and trial 0 has 1',
    );
  });
});

describe('scores', () => {
  const labels = Uint8Array.of(0);
  it.each([
    [{ images: 0, classes: 2, data: new Float32Array(0) }, 'are [0, 2]'],
    [{ images: 1, classes: 2, data: new Float32Array(3) }, 'need 2 numbers, 3 came'],
    [{ images: 1, classes: 2, data: Float32Array.of(1, Number.NaN) }, 'hold NaN at image 0, class 1'],
    [
      { images: 1, classes: 2, data: Float32Array.of(Number.POSITIVE_INFINITY, 0) },
      'hold Infinity at image 0',
    ],
    [{ images: 2, classes: 2, data: new Float32Array(4) }, '1 labels came for scores of 2 images'],
  ])('are refused with what is wrong: %#', (scores, message) => {
    expect(() => accuracy(scores, labels)).toThrow(message);
  });

  it('are refused with a label that is none of their classes', () => {
    expect(() => accuracy(probabilities([0.5, 0.5]), Uint8Array.of(2))).toThrow(
      'Label 2 of image 0 is no class',
    );
  });

  it('of members must agree in shape', () => {
    expect(() => meanSoftmax([])).toThrow('0 members came');
    expect(() =>
      meanSoftmax([madeLogits(1), { images: 20, classes: 8, data: new Float32Array(160) }]),
    ).toThrow('scores of member 1 are [20, 8], those of member 0 [40, 4]');
  });
});
