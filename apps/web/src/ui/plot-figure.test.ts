import { dot, line, type PlotOptions } from '@observablehq/plot';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { PlotFigure } from './plot-figure.tsx';

const drawn = (options: PlotOptions, label = 'Something') =>
  renderToStaticMarkup(createElement(PlotFigure, { label, options }));
const hostile = `"><script>alert('x')</script>&`;

test('a chart is one labelled SVG, with axes, and without a style sheet or script', () => {
  const svg = drawn({ marks: [line([1, 2, 3], { x: [0, 1, 2], y: [1, 2, 3] })], y: { label: 'bits' } });
  expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="Something"[^>]*>.*<\/svg>$/s);
  expect(svg).toContain('bits');
  expect(svg.match(/ class=/g)).toHaveLength(1);
  expect(svg).not.toMatch(/<style|<script| style=|NaN|undefined/);
});

test('hostile names are text wherever a chart has them', () => {
  const svg = drawn(
    {
      x: { label: hostile },
      marks: [dot([{ x: hostile, y: 1 }], { x: 'x', y: 'y', title: () => hostile, fill: () => hostile })],
    },
    hostile,
  );
  expect(svg).toContain('<title>&quot;&gt;&lt;script&gt;');
  expect(svg).not.toContain('<script');
  expect(svg.match(/&lt;script&gt;/g)!.length).toBeGreaterThanOrEqual(4);
});
