import type { MeanHashDistanceFieldsFragment } from '@kindred/client';

export interface ChartLine {
  name: string;
  color: string;
  dashed: boolean;
  points: { epoch: number; distance: MeanHashDistanceFieldsFragment }[];
}

interface DivergenceChartProps {
  title: string;
  lines: ChartLine[];
}

const [width, height] = [260, 168];
const [left, right, top, bottom] = [28, 8, 10, 30];

/** Mean bits by epoch, each with its interval, over the means of floor and ceiling at the end. */
export function DivergenceChart({ title, lines }: DivergenceChartProps) {
  const points = lines.flatMap((line) => line.points);
  if (points.length === 0) return null;
  const lastEpoch = Math.max(...points.map(({ epoch }) => epoch));
  const { of, calibration } = points.at(-1)!.distance;
  const highest = Math.max(
    calibration.ceiling?.mean ?? 0,
    ...points.map(({ distance: { mean } }) => mean.high ?? mean.value),
  );
  const x = (epoch: number) => left + (epoch / lastEpoch) * (width - left - right);
  const y = (bits: number) => height - bottom - (bits / highest) * (height - top - bottom);
  return (
    <figure className="w-full max-w-80 text-xs">
      <figcaption className="mb-1">
        {title} <span className="text-quiet">bits of {of}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}: ${linesInWords(lines)}`}>
        <path
          d={`M${left} ${top}V${height - bottom}H${width - right}`}
          fill="none"
          stroke="var(--color-rule)"
        />
        {ticksUpTo(highest).map((bits) => (
          <text key={bits} x={left - 5} y={y(bits) + 3} textAnchor="end" className="fill-quiet text-[10px]">
            {bits}
          </text>
        ))}
        {calibration.floor && <Level name="floor" y={y(calibration.floor.mean)} side="start" />}
        {calibration.ceiling && <Level name="ceiling" y={y(calibration.ceiling.mean)} side="end" />}
        {[0, lastEpoch].map((epoch) => (
          <text
            key={epoch}
            x={x(epoch)}
            y={height - bottom + 13}
            textAnchor={epoch === 0 ? 'start' : 'end'}
            className="fill-quiet text-[10px]"
          >
            {epoch}
          </text>
        ))}
        <text
          x={(left + width - right) / 2}
          y={height - bottom + 26}
          textAnchor="middle"
          className="fill-quiet text-[10px]"
        >
          epochs of tuning
        </text>
        {lines.map((line) => (
          <Curve key={line.name} line={line} x={x} y={y} />
        ))}
      </svg>
    </figure>
  );
}

function ticksUpTo(bits: number): number[] {
  const apart = bits > 20 ? 10 : bits > 5 ? 5 : 1;
  return Array.from({ length: Math.floor(bits / apart) + 1 }, (_, index) => index * apart);
}

/** A dotted line; the two have their names at opposite sides, since they may lie close. */
function Level({ name, y, side }: { name: string; y: number; side: 'start' | 'end' }) {
  return (
    <>
      <path
        d={`M${left} ${y}H${width - right}`}
        stroke="var(--color-quiet)"
        strokeWidth="0.75"
        strokeDasharray="1 3"
      />
      <text
        x={side === 'start' ? left + 4 : width - right}
        y={side === 'start' ? y + 10 : y - 3}
        textAnchor={side}
        className="fill-quiet text-[9px]"
      >
        {name}
      </text>
    </>
  );
}

interface CurveProps {
  line: ChartLine;
  x: (epoch: number) => number;
  y: (bits: number) => number;
}

function Curve({ line: { name, color, dashed, points }, x, y }: CurveProps) {
  const places = points.map(({ epoch, distance: { mean } }) => `${x(epoch)},${y(mean.value)}`);
  return (
    <g stroke={color} fill={color}>
      <title>{name}</title>
      <polyline
        points={places.join(' ')}
        fill="none"
        strokeWidth="1.5"
        strokeDasharray={dashed ? '4 2' : undefined}
      />
      {points.map(({ epoch, distance: { mean } }) => (
        <g key={epoch}>
          {mean.low != null && mean.high != null && (
            <path d={`M${x(epoch)} ${y(mean.low)}V${y(mean.high)}`} strokeOpacity="0.4" />
          )}
          <circle cx={x(epoch)} cy={y(mean.value)} r="2" stroke="none" />
        </g>
      ))}
    </g>
  );
}

/** `child 1 to the parent 12.0 at 0, 14.5 at 0.25; …` */
function linesInWords(lines: readonly ChartLine[]): string {
  const described = lines.map(({ name, points }) => {
    const values = points.map(({ epoch, distance }) => `${distance.mean.value.toFixed(1)} at ${epoch}`);
    return `${name} ${values.join(', ')}`;
  });
  return described.join('; ');
}
