import { dot, type Markish } from '@observablehq/plot';
import type { ModelLook } from './family.ts';

/** Where a model is drawn, in the values of the chart's scales. */
export interface ModelPlace {
  x: number;
  y: number;
  look: ModelLook;
  title: string;
}

interface Symbol {
  draw(path: Pick<CanvasPath, 'arc'>, area: number): void;
}

/** A disc's part between two angles, its radius a share of the whole's. */
const disc = (from: number, to: number, share = 1): Symbol => ({
  draw: (path, area) => path.arc(0, 0, share * Math.sqrt(area / Math.PI), from * Math.PI, to * Math.PI),
});

const symbols: Record<ModelLook['shape'], Symbol> = {
  full: disc(0, 2),
  'left half': disc(0.5, 1.5),
  'right half': disc(-0.5, 0.5),
  ring: disc(0, 2, 0.4),
};

/** The marks of models (`model-mark.tsx`) as dots of a chart; `r` in its pixels. */
export function modelDots(places: readonly ModelPlace[], r: number): Markish[] {
  const color = ({ look }: ModelPlace) => look.color;
  return [
    dot(places, {
      x: 'x',
      y: 'y',
      r,
      fill: 'var(--color-paper)',
      stroke: color,
      strokeWidth: r / 4,
      title: 'title',
    }),
    dot(places, {
      x: 'x',
      y: 'y',
      r,
      symbol: { value: ({ look }: ModelPlace) => symbols[look.shape], scale: null },
      fill: color,
      stroke: 'none',
      // The circle behind it has the title.
      pointerEvents: 'none',
    }),
  ];
}
