import { describe, expect, it } from 'vitest';
import type { ClassScores } from './class-scores.ts';
import { evaluateEnsemble, evaluateModel } from './evaluate.ts';
import { evaluateTrials } from './evaluate-trials.ts';
import { klDivergence } from './kl-divergence.ts';
import type { Measurement } from './measurement.ts';
import { softmax } from './softmax.ts';

const images = 300;
const labels = Uint8Array.from({ length: images }, (_, i) => (i * 7) % 5);
const member = (seed: number): ClassScores => ({
  images,
  classes: 5,
  data: Float32Array.from(
    { length: images * 5 },
    (_, k) => 2 * Math.sin(k * 1.3 + seed) + (labels[Math.floor(k / 5)] === k % 5 ? 2 : 0),
  ),
});
const members = [member(1), member(2), member(3)];
const seed = 11;

describe('an evaluation', () => {
  it('gives each number an interval around it and the words that define it', () => {
    const { classes, ...whole } = evaluateEnsemble(members, labels, { seed });
    const ofClasses = classes.map(({ accuracy }) => accuracy);
    for (const measured of [...Object.values(whole), ...ofClasses] as Measurement[]) {
      expect(measured.low).toBeLessThanOrEqual(measured.value);
      expect(measured.high).toBeGreaterThanOrEqual(measured.value);
      expect(measured.high).toBeGreaterThan(measured.low);
      expect(measured.definition).toMatch(/ v1.*interval 0\.95; .*3 members$/);
    }
  });

  it('of one model has quality and no diversity', () => {
    expect(Object.keys(evaluateModel(member(1), labels, { seed }))).toEqual([
      'accuracy',
      'nll',
      'ece',
      'brier',
      'classes',
    ]);
    expect(evaluateEnsemble([member(1)], labels, { seed })).not.toHaveProperty('kl');
  });

  it('of an ensemble of one measures what that model does', () => {
    const alone = evaluateModel(member(1), labels, { seed });
    const { nll, accuracy } = evaluateEnsemble([member(1)], labels, { seed });
    expect([accuracy.value, nll.value]).toEqual([alone.accuracy.value, alone.nll.value]);
    expect(nll.definition).toMatch(/mean-softmax of 1 member$/);
  });

  it('has classes whose right images add up to all that are right', () => {
    const { accuracy, classes } = evaluateEnsemble(members, labels, { seed });
    const right = classes.reduce((sum, { images: count, accuracy: own }) => sum + count * own!.value, 0);
    expect(right).toBeCloseTo(accuracy.value * images);
    expect(classes.map(({ images: count }) => count)).toEqual([60, 60, 60, 60, 60]);
  });

  it('has an ambiguity that is what averaging takes off the members’ Brier scores', () => {
    const alone = members.map((one) => evaluateModel(one, labels, { seed }).brier.value);
    const { brier, ambiguity } = evaluateEnsemble(members, labels, { seed });
    const mean = alone.reduce((sum, value) => sum + value, 0) / alone.length;
    expect(ambiguity!.value).toBeCloseTo(mean - brier.value, 12);
  });

  it('is the same for the same seed', () => {
    expect(evaluateEnsemble(members, labels, { seed })).toEqual(evaluateEnsemble(members, labels, { seed }));
  });

  it('follows its options, and says so', () => {
    const chosen = evaluateEnsemble(members, labels, {
      seed,
      averaging: 'mean-logits',
      klPairs: 'i<j',
      eceBins: 10,
    });
    const usual = evaluateEnsemble(members, labels, { seed });
    expect(chosen.nll.value).not.toBe(usual.nll.value);
    expect(chosen.kl!.value).toBeCloseTo(klDivergence(members.map(softmax), 'i<j'), 14);
    expect(chosen.nll.definition).toContain('mean-logits of 3 members');
    expect(chosen.ece.definition).toContain('10 equal bins (lo,hi]');
    expect(chosen.kl!.definition).toContain('pairs i<j');
  });

  it('says when the parent is a member, in every definition', () => {
    const { classes, ...whole } = evaluateEnsemble(members, labels, { seed, withParent: true });
    const ofClasses = classes.map(({ accuracy }) => accuracy);
    for (const { definition } of [...Object.values(whole), ...ofClasses] as Measurement[])
      expect(definition).toMatch(/ v1.*interval 0\.95; .*3 members, the parent among them$/);
  });

  it('is wider for more confidence', () => {
    const width = (confidence: number) => {
      const { ece } = evaluateModel(member(1), labels, { seed, confidence });
      return ece.high - ece.low;
    };
    expect(width(0.99)).toBeGreaterThan(width(0.8));
  });

  it('refuses an averaging that it does not know', () => {
    expect(() => evaluateEnsemble(members, labels, { seed, averaging: 'vote' as 'mean-logits' })).toThrow(
      'Unknown averaging "vote"',
    );
  });
});

describe('ensembles that were made alike', () => {
  const trials = [
    [member(1), member(2)],
    [member(3), member(4)],
    [member(5), member(6)],
  ];
  const over = 'draws of masks';
  const decomposed = evaluateTrials(trials, labels, { over });

  it('have the parts of their mean squared error, each with an interval and what the expectation is over', () => {
    const { squaredError, biasSquared, variance, covariance } = decomposed;
    const direct = trials.map((trial) => evaluateEnsemble(trial, labels, { seed }).brier.value);
    expect(squaredError.value).toBeCloseTo(direct.reduce((sum, value) => sum + value, 0) / 3, 13);
    const parts = biasSquared.value + variance.value / 2 + (1 - 1 / 2) * covariance.value;
    expect(parts).toBeCloseTo(squaredError.value, 13);
    for (const { value, low, high, definition } of [squaredError, biasSquared, variance, covariance]) {
      expect([low < value, value < high]).toEqual([true, true]);
      expect(definition).toMatch(
        / v1, .*; expectation over 3 draws of masks, 2 members each; normal interval 0\.95$/,
      );
    }
  });

  it('may have a covariance below zero, interval and all', () => {
    const turned = trials.map(([first]) => {
      const { images, classes, data } = first!;
      return [first!, { images, classes, data: data.map((logit) => -logit) }];
    });
    const { covariance } = evaluateTrials(turned, labels, { over });
    expect(covariance.high).toBeLessThan(0);
  });

  it('have as narrow an interval as is asked for', () => {
    const narrow = evaluateTrials(trials, labels, { over, confidence: 0.5 }).biasSquared;
    const usual = decomposed.biasSquared;
    expect(narrow.high - narrow.low).toBeLessThan((usual.high - usual.low) / 2);
  });
});
