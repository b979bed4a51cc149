import type { MeanHashDistanceFieldsFragment } from '@kindred/client';
import { lineY, type Markish, type PlotOptions, ruleX, ruleY, text } from '@observablehq/plot';
import { scaleEnd } from '../../ui/numbers.ts';
import { PlotFigure } from '../../ui/plot-figure.tsx';
import { spread } from '../../ui/spread.ts';
import type { ModelLook } from '../models/family.ts';
import { modelDots } from '../models/model-dots.ts';

type Calibration = MeanHashDistanceFieldsFragment['calibration'];

export interface ChartLine {
  name: string;
  /** What stands at its end. */
  label: string;
  look: ModelLook;
  dashed: boolean;
  points: { epoch: number; distance: MeanHashDistanceFieldsFragment }[];
}

interface DivergenceChartProps {
  title: string;
  lines: ChartLine[];
}

/** Mean bits by epoch, each with its interval, over the means of floor and ceiling at the end. */
export function DivergenceChart({ title, lines }: DivergenceChartProps) {
  const drawn = lines.filter(({ points }) => points.length > 0);
  if (drawn.length === 0) return null;
  return (
    <figure className="w-full max-w-96 text-xs">
      <figcaption className="mb-1">
        {title} <span className="text-quiet">bits of {drawn[0]!.points[0]!.distance.of}</span>
      </figcaption>
      <PlotFigure label={`${title}: ${linesInWords(drawn)}`} options={divergencePlot(drawn)} />
    </figure>
  );
}

const height = 210;
const [marginTop, marginBottom] = [8, 34];
const namePixels = 11;

/** Of lines with one point or more. */
export function divergencePlot(lines: readonly ChartLine[]): PlotOptions {
  const points = lines.flatMap((line) => line.points);
  const lastEpoch = Math.max(...points.map(({ epoch }) => epoch));
  const levels = levelsOf(points.at(-1)!.distance.calibration);
  const highest = scaleEnd([
    ...levels.map(({ bits }) => bits),
    ...points.map(({ distance: { mean } }) => mean.high ?? mean.value),
  ]);
  return {
    width: 320,
    height,
    marginTop,
    marginRight: 8 + 6 * Math.max(...lines.map(({ label }) => label.length)),
    marginBottom,
    marginLeft: 26,
    x: {
      domain: [0, lastEpoch],
      ticks: 4,
      label: 'epochs of tuning',
      labelAnchor: 'center',
      labelArrow: false,
    },
    y: { domain: [0, highest], ticks: 5, grid: true, label: null },
    marks: [
      levels.map(({ bits }) => ruleY([bits], { stroke: 'var(--color-ink)', strokeDasharray: '1 3' })),
      lines.map(curve),
      levels.map(levelName),
      lineNames(lines, (highest * namePixels) / (height - marginTop - marginBottom)),
    ],
  };
}

interface Level {
  name: string;
  bits: number;
  side: 'left' | 'right';
}

/** Floor and ceiling may lie close, so they are named at opposite sides. */
function levelsOf({ floor, ceiling }: Calibration): Level[] {
  return [
    ...(floor ? [{ name: 'floor', bits: floor.mean, side: 'left' as const }] : []),
    ...(ceiling ? [{ name: 'ceiling', bits: ceiling.mean, side: 'right' as const }] : []),
  ];
}

function levelName({ name, bits, side }: Level): Markish {
  const [textAnchor, dx] = side === 'left' ? (['start', 5] as const) : (['end', -5] as const);
  return text([name], {
    y: [bits],
    frameAnchor: side,
    textAnchor,
    dx,
    dy: 8,
    fill: 'var(--color-ink)',
    stroke: 'var(--color-paper)',
  });
}

function curve({ name, look, dashed, points }: ChartLine): Markish {
  const places = points.map(({ epoch, distance: { mean } }) => ({
    ...mean,
    x: epoch,
    y: mean.value,
    look,
    title: name,
  }));
  return [
    ruleX(places, { x: 'x', y1: 'low', y2: 'high', stroke: look.color, strokeOpacity: 0.4 }),
    lineY(places, {
      x: 'x',
      y: 'y',
      stroke: look.color,
      strokeDasharray: dashed ? '4 2' : undefined,
      title: 'title',
    }),
    modelDots(places, 3),
  ];
}

/** What stands at the lines’ ends, `apart` bits at least; none where that would take more than the chart’s height. */
function lineNames(lines: readonly ChartLine[], apart: number): Markish {
  if (lines.length * namePixels > height) return null;
  const ends = lines.map(({ points }) => points.at(-1)!);
  const places = spread(
    ends.map(({ distance }) => distance.mean.value),
    apart,
  );
  return text(lines, {
    x: ends.map(({ epoch }) => epoch),
    y: places,
    text: 'label',
    fill: ({ look }: ChartLine) => look.color,
    stroke: 'var(--color-paper)',
    textAnchor: 'start',
    dx: 7,
  });
}

/** `child 1 to the parent 12.0 at 0, 14.5 at 0.25; …` */
function linesInWords(lines: readonly ChartLine[]): string {
  const described = lines.map(({ name, points }) => {
    const values = points.map(({ epoch, distance }) => `${distance.mean.value.toFixed(1)} at ${epoch}`);
    return `${name} ${values.join(', ')}`;
  });
  return described.join('; ');
}
