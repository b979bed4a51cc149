import type { ReliabilityBin } from '@kindred/ml/metrics';
import { line, type Markish, type PlotOptions, rectY } from '@observablehq/plot';
import { count, roughly } from '../../ui/numbers.ts';
import { PlotFigure } from '../../ui/plot-figure.tsx';
import type { ModelLook } from '../models/family.ts';
import { modelDots } from '../models/model-dots.ts';

export interface ReliabilityLine {
  name: string;
  look: ModelLook;
  bins: ReliabilityBin[];
  /** Drawn last, and thick; its images are counted below. */
  strong: boolean;
}

/** Accuracy over confidence, on the diagonal where the two agree; below, how many images are in each bin of the strong line. */
export function ReliabilityChart({ lines }: { lines: ReliabilityLine[] }) {
  const counted = lines.find(({ strong }) => strong)!;
  return (
    <>
      <PlotFigure
        label={`Reliability diagram of ${lines.map(({ name }) => name).join(', ')}; the table has its numbers.`}
        options={reliabilityPlot(lines)}
      />
      <PlotFigure label={`Images by confidence, ${counted.name}`} options={imagesPlot(counted.bins)} />
    </>
  );
}

/** One above the other. */
const sides = { width: 360, marginLeft: 40, marginRight: 14 };
const confidence = { domain: [0, 100], percent: true, ticks: 5 };

export function reliabilityPlot(lines: readonly ReliabilityLine[]): PlotOptions {
  return {
    ...sides,
    height: 340,
    marginBottom: 20,
    x: { ...confidence, label: null },
    y: { ...confidence, grid: true, label: 'accuracy %' },
    marks: [
      line([0, 1], { x: [0, 1], y: [0, 1], stroke: 'var(--color-quiet)', strokeDasharray: '1 3' }),
      [...lines].reverse().map(calibration),
    ],
  };
}

/** Bins without images have no place on it. */
function calibration({ name, look, bins, strong }: ReliabilityLine): Markish {
  const places = bins.flatMap(({ confidence, accuracy }) =>
    confidence === null || accuracy === null ? [] : [{ x: confidence, y: accuracy, look, title: name }],
  );
  return [
    line(places, { x: 'x', y: 'y', stroke: look.color, strokeWidth: strong ? 2 : 1, title: 'title' }),
    modelDots(places, strong ? 4 : 3),
  ];
}

export function imagesPlot(bins: readonly ReliabilityBin[]): PlotOptions {
  const most = Math.max(...bins.map(({ images }) => images));
  const powers = [1, 10, 100, 1e3, 1e4, 1e5, 1e6].filter((power) => power <= most);
  return {
    ...sides,
    height: 120,
    marginBottom: 38,
    x: { ...confidence, label: 'confidence %' },
    y: { type: 'symlog', ticks: powers, tickFormat: roughly, grid: true, label: 'images' },
    marks: [
      rectY(bins, {
        x1: 'low',
        x2: 'high',
        y: 'images',
        inset: 1,
        fill: 'var(--color-quiet)',
        fillOpacity: 0.5,
        title: ({ images }: ReliabilityBin) => `${count(images)} images`,
      }),
    ],
  };
}
