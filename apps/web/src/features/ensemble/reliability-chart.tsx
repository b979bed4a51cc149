import type { ReliabilityBin } from '@kindred/ml/metrics';
import { count } from '../../ui/numbers.ts';
import type { ModelLook } from '../models/family.ts';
import { MarkPaths } from '../models/model-mark.tsx';

export interface ReliabilityLine {
  name: string;
  look: ModelLook;
  bins: ReliabilityBin[];
  /** Drawn last, and thick; its images are counted below. */
  strong: boolean;
}

const side = 320;
const [left, right, top] = [34, 12, 8];
const [bars, bottom] = [52, 30];
const plot = side - left - right;
const x = (share: number) => left + plot * share;
const y = (share: number) => top + plot * (1 - share);
const floor = top + plot + 12 + bars;
const ticks = [0, 0.25, 0.5, 0.75, 1];

/** Accuracy over confidence, on the diagonal where the two agree; below, how many images are in each bin of the strong line. */
export function ReliabilityChart({ lines }: { lines: ReliabilityLine[] }) {
  const counted = lines.find(({ strong }) => strong)!;
  return (
    <svg
      viewBox={`0 0 ${side} ${floor + bottom}`}
      role="img"
      aria-label={`Reliability diagram of ${lines.map(({ name }) => name).join(', ')}; the table has its numbers.`}
    >
      <path
        d={`M${left} ${top}V${y(0)}H${x(1)}M${left} ${floor}H${x(1)}`}
        fill="none"
        stroke="var(--color-rule)"
      />
      <path d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} stroke="var(--color-quiet)" strokeDasharray="1 3" />
      {ticks.map((tick) => (
        <g key={tick} className="fill-quiet text-[10px]">
          <text x={left - 5} y={y(tick) + 3} textAnchor="end">
            {100 * tick}
          </text>
          <text x={x(tick)} y={floor + 12} textAnchor="middle">
            {100 * tick}
          </text>
        </g>
      ))}
      <text x={(left + x(1)) / 2} y={floor + 25} textAnchor="middle" className="fill-quiet text-[10px]">
        accuracy % and images (log) by confidence %
      </text>
      {[...lines].reverse().map((line) => (
        <Line key={line.name} line={line} />
      ))}
      <Counts bins={counted.bins} />
    </svg>
  );
}

function Line({ line: { name, look, bins, strong } }: { line: ReliabilityLine }) {
  const places = bins.flatMap(({ confidence, accuracy }) =>
    confidence === null || accuracy === null ? [] : [[x(confidence), y(accuracy)] as const],
  );
  const size = strong ? 8 : 6;
  return (
    <g>
      <title>{name}</title>
      <polyline
        points={places.map((place) => place.join()).join(' ')}
        fill="none"
        stroke={look.color}
        strokeWidth={strong ? 2 : 1}
      />
      {places.map(([cx, cy]) => (
        <svg key={cx} x={cx - size / 2} y={cy - size / 2} width={size} height={size} viewBox="0 0 12 12">
          <title>{name}</title>
          <MarkPaths look={look} />
        </svg>
      ))}
    </g>
  );
}

function Counts({ bins }: { bins: ReliabilityBin[] }) {
  const most = Math.log1p(Math.max(...bins.map(({ images }) => images)));
  return bins.map(({ low, high, images }) => {
    const height = (bars * Math.log1p(images)) / most;
    return (
      <rect
        key={low}
        x={x(low) + 1}
        y={floor - height}
        width={x(high) - x(low) - 2}
        height={height}
        fill="var(--color-quiet)"
        opacity="0.5"
      >
        <title>{`${count(images)} images`}</title>
      </rect>
    );
  });
}
