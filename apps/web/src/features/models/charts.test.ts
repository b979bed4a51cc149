import type { ModelFieldsFragment } from '@kindred/client';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CostChart } from './cost-chart.tsx';
import type { CostPoint } from './costs.ts';
import { LossCurve } from './loss-curve.tsx';
import { TrainingCurves } from './training-curves.tsx';

const drawn = (chart: ReactElement) => {
  const svg = renderToStaticMarkup(chart);
  expect(svg.replace(/aria-label="[^"]*"/g, '')).not.toMatch(/NaN,|,NaN|"NaN|undefined|Infinity/);
  return svg;
};
const parent = {
  id: 'parent',
  name: 'parent',
  kind: 'PARENT',
  sibling: null,
  members: 1,
} as ModelFieldsFragment;
const looks = new Map([['parent', { color: 'var(--color-quiet)', shape: 'full' as const }]]);
const costs = (points: CostPoint[]) => drawn(createElement(CostChart, { points, looks }));
const accuracy = (value: number, half: number | null = 0.01) => ({
  value,
  low: half === null ? null : value - half,
  high: half === null ? null : value + half,
  definition: 'accuracy v1',
});
const intervals = (svg: string) => svg.match(/<line [^>]*stroke="var\(--color-(ink|quiet)\)"/g) ?? [];

test('accuracies have their intervals where they have any, and ensembles their names', () => {
  const svg = costs([
    { name: 'parent', model: parent, accuracy: accuracy(0.9), flops: 1e12 },
    { name: 'prune-and-tune', accuracy: accuracy(0.95, null), flops: 3e12 },
  ]);
  expect(intervals(svg)).toHaveLength(1);
  expect(svg).toContain('>prune and tune</text>');
  expect(svg).toContain('<title>prune-and-tune: 95.00 %</title>');
  expect(svg).toContain('TFLOP of training');
});

test('accuracies and costs that are all equal are drawn in the middle, their intervals as short as they are', () => {
  const same = (name: string) => ({ name, accuracy: accuracy(0.5, 0), flops: 0 });
  const svg = costs([same('a'), same('b')]);
  expect(svg.match(/<title>/g)).toHaveLength(2);
  const rules = [...svg.matchAll(/<line [^>]*y1="([\d.]+)" y2="([\d.]+)"/g)].slice(-2);
  expect(rules.map(([, from, to]) => from === to)).toEqual([true, true]);
});

test('ensembles’ names are text, whatever is in them', () => {
  const svg = costs([{ name: '</text><script>x', accuracy: accuracy(0.9), flops: 1 }]);
  expect(svg).toContain('&lt;/text&gt;&lt;script&gt;x');
  expect(svg).not.toContain('<script');
});

const curves = (losses: number[]) => {
  const trainingCurve = { steps: 100, stepsAPoint: 10, losses, learningRates: losses.map(() => 0) };
  const models = [{ ...parent, trainingCurve }] as never;
  return drawn(createElement(TrainingCurves, { models }));
};

test('a training that has come to one point is a dot there', () => {
  expect(curves([2])).toMatch(/<circle [^>]*r="2"/);
});

test('a loss that is no number breaks the line and not the chart', () => {
  const svg = curves([2, Number.NaN, 1, 0.5]);
  expect(svg).toContain('>2.0</text>');
  const [, loss] = svg
    .match(/<path [^>]*d="M[^"]*"/g)!
    .filter((path) => path.includes('L'))
    .slice(-2);
  expect(loss).toMatch(/d="M[^"]*M/);
});

test('a loss by epoch is a line with both its ends in words, or a dot for one epoch', () => {
  const curve = (losses: number[]) => drawn(createElement(LossCurve, { losses }));
  expect(curve([2, 1, 0.5])).toContain('2.000 → 0.500');
  expect(curve([2, 1, 0.5])).toMatch(/d="M2,2L32,9L62,12.5"/);
  expect(curve([0])).toContain('<circle');
  expect(curve([])).toBe('–');
});
