const width = 64;
const height = 18;
const margin = 2;

/** Mean training loss by epoch: a line from first to last, or a dot for one epoch, with both values in words. */
export function LossCurve({ losses }: { losses: number[] }) {
  const last = losses.at(-1);
  if (last === undefined) return <>–</>;
  const points = curvePoints(losses);
  const words = losses.length > 1 ? `${losses[0]!.toFixed(3)} → ${last.toFixed(3)}` : last.toFixed(3);
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <svg width={width} height={height} role="img" aria-label={`Loss by epoch: ${losses.join(', ')}`}>
        <polyline
          points={points.map((point) => point.join(',')).join(' ')}
          fill="none"
          stroke="var(--color-quiet)"
          strokeWidth="1"
        />
        <circle cx={points.at(-1)![0]} cy={points.at(-1)![1]} r="1.75" fill="var(--color-ink)" />
      </svg>
      {words}
    </span>
  );
}

/** Losses in the drawing's units, from zero at the bottom to the highest at the top. */
function curvePoints(losses: number[]): [x: number, y: number][] {
  const highest = Math.max(...losses, Number.EPSILON);
  const step = (width - 2 * margin) / Math.max(1, losses.length - 1);
  return losses.map((loss, epoch) => [
    losses.length === 1 ? width - margin : margin + epoch * step,
    height - margin - (loss / highest) * (height - 2 * margin),
  ]);
}
