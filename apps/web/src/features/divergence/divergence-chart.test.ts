import type { MeanHashDistanceFieldsFragment } from '@kindred/client';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type ChartLine, DivergenceChart } from './divergence-chart.tsx';

const level = (mean: number) => ({ mean, deviation: 1, count: 9, definition: '' });
const distance = (value: number, withInterval = true): MeanHashDistanceFieldsFragment => ({
  of: 64,
  mean: {
    value,
    low: withInterval ? value - 1 : null,
    high: withInterval ? value + 1 : null,
    definition: '',
  },
  calibration: { floor: level(17), ceiling: level(30), z: 0, position: 0, missing: [], definition: '' },
});
const line = (label: string, points: ChartLine['points'], dashed = false): ChartLine => ({
  name: `${label} to the parent`,
  label,
  look: { color: 'var(--color-ink)', shape: 'full' },
  dashed,
  points,
});
const drawn = (lines: ChartLine[]) => {
  const svg = renderToStaticMarkup(createElement(DivergenceChart, { title: 'A-Hash', lines }));
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  return svg;
};
const rules = (svg: string) => svg.match(/<line/g)!.length;

test('floor, ceiling and lines are named where they are, and siblings’ lines dashed', () => {
  const svg = drawn([
    line('child 1', [
      { epoch: 0, distance: distance(12) },
      { epoch: 2, distance: distance(20) },
    ]),
    line('1 to 2', [{ epoch: 2, distance: distance(21) }], true),
  ]);
  for (const name of ['floor', 'ceiling', 'child 1', '1 to 2', 'epochs of tuning'])
    expect(svg).toContain(`>${name}</text>`);
  expect(svg.match(/stroke-dasharray="4 2"/g)).toHaveLength(1);
  expect(svg).toContain(
    'aria-label="A-Hash: child 1 to the parent 12.0 at 0, 20.0 at 2; 1 to 2 to the parent 21.0 at 2"',
  );
});

test('a mean without an interval has a point and no rule', () => {
  const withOne = drawn([line('child 1', [{ epoch: 1, distance: distance(12) }])]);
  const without = drawn([line('child 1', [{ epoch: 1, distance: distance(12, false) }])]);
  expect(rules(withOne) - rules(without)).toBe(1);
  expect(without.match(/<circle/g)).toHaveLength(1);
});

test('pictures that nothing has moved yet lie at 0, and at the only epoch there is', () => {
  const still = {
    ...distance(0, false),
    calibration: { ...distance(0).calibration, floor: null, ceiling: null },
  };
  expect(drawn([line('child 1', [{ epoch: 0, distance: still }])])).toContain('>child 1</text>');
});

test('lines without points are left out, and nothing is drawn of none', () => {
  expect(drawn([line('child 1', [])])).toBe('');
  const svg = drawn([line('child 1', []), line('child 2', [{ epoch: 1, distance: distance(12) }])]);
  expect(svg).not.toContain('child 1');
});

test('more lines than there is room for names have none', () => {
  const many = Array.from({ length: 20 }, (_, index) =>
    line(`child ${index}`, [{ epoch: 1, distance: distance(20) }]),
  );
  expect(drawn(many)).not.toContain('>child 3</text>');
  expect(drawn(many.slice(0, 8))).toContain('>child 3</text>');
});
