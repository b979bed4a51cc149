import { dot, type Markish, type PlotOptions, ruleX, text } from '@observablehq/plot';
import { percent } from '../../ui/numbers.ts';
import { PlotFigure } from '../../ui/plot-figure.tsx';
import { spread } from '../../ui/spread.ts';
import type { CostPoint } from './costs.ts';
import { displayName, type ModelLook } from './family.ts';
import { MarkLegend } from './mark-legend.tsx';
import { modelDots } from './model-dots.ts';

interface CostChartProps {
  points: CostPoint[];
  looks: Map<string, ModelLook>;
}

/** Accuracy, with its interval, over the training that it took; ensembles are squares with their names. */
export function CostChart({ points, looks }: CostChartProps) {
  const models = points.flatMap(({ model }) => model ?? []);
  return (
    <figure className="w-full max-w-md text-xs 2xl:max-w-lg">
      <PlotFigure
        label={`Accuracy over training of ${points.map(({ name }) => name).join(', ')}; the table has the numbers.`}
        options={costPlot(points, looks)}
      />
      <MarkLegend
        entries={models.map((model) => ({ name: displayName(model), look: looks.get(model.id)! }))}
      />
    </figure>
  );
}

const height = 280;
const namePixels = 16;

/** Of one point or more. */
export function costPlot(points: readonly CostPoint[], looks: ReadonlyMap<string, ModelLook>): PlotOptions {
  const domain = accuracyDomain(points);
  const lookOf = ({ model }: CostPoint) => model && looks.get(model.id);
  return {
    width: 360,
    height,
    marginBottom: 38,
    marginLeft: 40,
    x: { transform: tera, zero: true, nice: true, ticks: 5, label: 'TFLOP of training' },
    y: {
      domain: domain.map((share) => 100 * share),
      percent: true,
      nice: true,
      grid: true,
      ticks: 6,
      label: 'accuracy %',
    },
    marks: [
      ruleX(points, {
        x: 'flops',
        y1: ({ accuracy }: CostPoint) => accuracy.low,
        y2: ({ accuracy }: CostPoint) => accuracy.high,
        stroke: (point: CostPoint) => lookOf(point)?.color ?? 'var(--color-ink)',
        strokeOpacity: 0.4,
      }),
      points.map((point) => {
        const look = lookOf(point);
        const { flops, accuracy } = point;
        return look && modelDots([{ x: flops, y: accuracy.value, look, title: titleOf(point) }], 5);
      }),
      ensembles(points, ((domain[1] - domain[0]) * namePixels) / height),
    ],
  };
}

const tera = (flops: number): number => flops / 1e12;

const titleOf = ({ name, accuracy }: CostPoint): string => `${name}: ${percent(accuracy.value)} %`;

/** From the lowest end of an interval to the highest; a percent to each side where the two are one. */
function accuracyDomain(points: readonly CostPoint[]): [low: number, high: number] {
  const lowest = Math.min(...points.map(({ accuracy: { value, low } }) => low ?? value));
  const highest = Math.max(...points.map(({ accuracy: { value, high } }) => high ?? value));
  return lowest < highest ? [lowest, highest] : [lowest - 0.01, highest + 0.01];
}

/** Squares; their names on the side that has more room, `apart` at least from each other. */
function ensembles(points: readonly CostPoint[], apart: number): Markish {
  const shown = points.filter(({ model }) => !model);
  const most = Math.max(...points.map(({ flops }) => flops));
  const places = spread(
    shown.map(({ accuracy }) => accuracy.value),
    apart,
  );
  const named = shown.map((point, index) => ({ ...point, place: places[index]! }));
  const names = (side: 'start' | 'end') =>
    text(
      named.filter(({ flops }) => flops > most / 2 === (side === 'end')),
      {
        x: 'flops',
        y: 'place',
        text: displayName,
        textAnchor: side,
        dx: side === 'end' ? -8 : 8,
        fill: 'var(--color-ink)',
        stroke: 'var(--color-paper)',
      },
    );
  return [
    names('start'),
    names('end'),
    dot(shown, {
      x: 'flops',
      y: ({ accuracy }: CostPoint) => accuracy.value,
      symbol: 'square',
      r: 4,
      fill: 'var(--color-ink)',
      stroke: 'none',
      title: titleOf,
    }),
  ];
}
