import { describe, expect, it } from 'vitest';
import { meanSoftmax } from '../ensembling/mean-softmax.ts';
import type { ClassScores } from './class-scores.ts';
import { ece } from './ece.ts';
import { evaluateEnsemble } from './evaluate.ts';
import { klDivergence } from './kl-divergence.ts';
import { softmax } from './softmax.ts';
import { whatIf } from './what-if.ts';

const images = 200;
const labels = Uint8Array.from({ length: images }, (_, i) => (i * 7) % 5);
const member = (seed: number): ClassScores => ({
  images,
  classes: 5,
  data: Float32Array.from(
    { length: images * 5 },
    (_, k) => 2 * Math.sin(k * 1.3 + seed) + (labels[Math.floor(k / 5)] === k % 5 ? 2 : 0),
  ),
});
const members = [1, 2, 3, 4].map(member);
const asked = whatIf(members, labels);

describe('any members together', () => {
  it.each([[[0]], [[0, 2]], [[1, 2, 3]], [[0, 1, 2, 3]]])(
    'have the values of their evaluation: members %j',
    (chosen) => {
      const values = asked.values(chosen);
      const options = { seed: 1, resamples: 1 };
      const evaluation = evaluateEnsemble(
        chosen.map((at) => members[at]!),
        labels,
        options,
      );
      for (const name of ['accuracy', 'nll', 'ece', 'kl', 'pdr'] as const)
        expect(values[name] ?? -1).toBeCloseTo(evaluation[name]?.value ?? -1, 12);
    },
  );

  it('differ from row to column by KL, and each pair by as many images either way', () => {
    const { kl, pdr } = asked.between([3, 1]);
    const [p, q] = [softmax(members[3]!), softmax(members[1]!)];
    expect(kl[0]![1]).toBeCloseTo(klDivergence([p, q], 'i<j'), 12);
    expect(kl[1]![0]).toBeCloseTo(klDivergence([q, p], 'i<j'), 12);
    expect(kl[0]![0]).toBe(0);
    expect(pdr[0]![1]).toBe(pdr[1]![0]);
    expect(pdr[0]![1]).toBeGreaterThan(0);
  });

  it('are as reliable, bin by bin, as their ECE says', () => {
    const bins = asked.reliability([0, 1, 2]);
    expect(bins).toHaveLength(15);
    expect(bins.reduce((sum, bin) => sum + bin.images, 0)).toBe(images);
    const gaps = bins.map(({ images: count, accuracy, confidence }) =>
      count === 0 ? 0 : (count / images) * Math.abs(accuracy! - confidence!),
    );
    const together = meanSoftmax(members.slice(0, 3));
    expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBeCloseTo(ece(together, labels), 12);
    for (const { low, high, confidence } of bins)
      if (confidence !== null) expect([low < confidence, confidence <= high]).toEqual([true, true]);
  });
});
