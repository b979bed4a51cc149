import { percent } from '../../ui/numbers.ts';
import { type CostPoint, inTera } from './costs.ts';
import type { ModelLook } from './family.ts';
import { MarkPaths } from './model-mark.tsx';

const [width, height] = [420, 240];
const [left, right, top, bottom] = [44, 16, 12, 34];

interface CostChartProps {
  points: CostPoint[];
  looks: Map<string, ModelLook>;
}

/** Accuracy, with its interval, over the training that it took; ensembles are squares with their names. */
export function CostChart({ points, looks }: CostChartProps) {
  const most = Math.max(...points.map(({ flops }) => flops));
  const lows = points.map(({ accuracy: { value, low } }) => low ?? value);
  const highs = points.map(({ accuracy: { value, high } }) => high ?? value);
  const [lowest, highest] = [Math.min(...lows), Math.max(...highs)];
  const span = Math.max(highest - lowest, 1e-4);
  const x = (flops: number) => left + (flops / most) * (width - left - right);
  const y = (share: number) => height - bottom - ((share - lowest) / span) * (height - top - bottom);
  return (
    <figure className="w-full max-w-xl text-xs">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Accuracy over training of ${points.map(({ name }) => name).join(', ')}; the table has the numbers.`}
      >
        <path
          d={`M${left} ${top}V${height - bottom}H${width - right}`}
          fill="none"
          stroke="var(--color-rule)"
        />
        {[lowest, highest].map((share) => (
          <text key={share} x={left - 5} y={y(share) + 3} textAnchor="end" className="fill-quiet text-[10px]">
            {percent(share, 1)}
          </text>
        ))}
        {[0, most].map((flops) => (
          <text
            key={flops}
            x={x(flops)}
            y={height - bottom + 13}
            textAnchor={flops === 0 ? 'start' : 'end'}
            className="fill-quiet text-[10px]"
          >
            {inTera(flops)}
          </text>
        ))}
        <text
          x={(left + width - right) / 2}
          y={height - bottom + 26}
          textAnchor="middle"
          className="fill-quiet text-[10px]"
        >
          TFLOP of training; accuracy %
        </text>
        {points.map((point) => (
          <Point key={point.name} point={point} looks={looks} x={x(point.flops)} y={y} />
        ))}
      </svg>
    </figure>
  );
}

interface PointProps {
  point: CostPoint;
  looks: Map<string, ModelLook>;
  x: number;
  y: (share: number) => number;
}

function Point({ point: { name, model, accuracy }, looks, x, y }: PointProps) {
  const { value, low, high } = accuracy;
  const look = model && looks.get(model.id)!;
  return (
    <g>
      <title>{`${name}: ${percent(value)} %`}</title>
      {low != null && high != null && (
        <path
          d={`M${x} ${y(low)}V${y(high)}`}
          stroke={look?.color ?? 'var(--color-ink)'}
          strokeOpacity="0.4"
        />
      )}
      {look ? (
        <svg x={x - 5} y={y(value) - 5} width={10} height={10} viewBox="0 0 12 12" aria-hidden="true">
          <MarkPaths look={look} />
        </svg>
      ) : (
        <>
          <rect x={x - 4} y={y(value) - 4} width={8} height={8} fill="var(--color-ink)" />
          <text x={x - 8} y={y(value) + 3} textAnchor="end" className="fill-ink text-[10px]">
            {name}
          </text>
        </>
      )}
    </g>
  );
}
