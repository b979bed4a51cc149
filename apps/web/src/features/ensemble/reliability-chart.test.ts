import type { ReliabilityBin } from '@kindred/ml/metrics';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ReliabilityChart, type ReliabilityLine } from './reliability-chart.tsx';

const bin = (low: number, images: number): ReliabilityBin => ({
  low,
  high: low + 0.5,
  images,
  accuracy: images === 0 ? null : 0.5,
  confidence: images === 0 ? null : low + 0.25,
});
const drawn = (images: [number, number]) => {
  const bins = [bin(0, images[0]), bin(0.5, images[1])];
  const look = { color: 'var(--color-accent)', shape: 'left half' as const };
  const lines: ReliabilityLine[] = [{ name: 'ensemble of 2', look, bins, strong: true }];
  const svg = renderToStaticMarkup(createElement(ReliabilityChart, { lines }));
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  return svg;
};
const places = (svg: string) => svg.match(/<circle/g)?.length ?? 0;

test('bins are drawn where their predictions lie, and those without images are not', () => {
  expect([places(drawn([3, 4000])), places(drawn([0, 4000])), places(drawn([0, 0]))]).toEqual([2, 1, 0]);
});

test('images are counted on a scale of powers of ten', () => {
  const svg = drawn([3, 4000]);
  for (const words of ['1K', '100', '3 images', '4,000 images']) expect(svg).toContain(`>${words}</`);
  expect(svg).toContain('aria-label="Reliability diagram of ensemble of 2; the table has its numbers."');
});
