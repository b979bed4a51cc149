import { dot, lineY, type PlotOptions } from '@observablehq/plot';
import { scaleEnd } from '../../ui/numbers.ts';
import { PlotFigure } from '../../ui/plot-figure.tsx';

/** Mean training loss by epoch: a line from first to last, or a dot for one epoch, with both values in words. */
export function LossCurve({ losses }: { losses: number[] }) {
  const last = losses.at(-1);
  if (last === undefined) return <>–</>;
  const words = losses.length > 1 ? `${losses[0]!.toFixed(3)} → ${last.toFixed(3)}` : last.toFixed(3);
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span className="w-16">
        <PlotFigure label={`Loss by epoch: ${losses.join(', ')}`} options={lossPlot(losses)} />
      </span>
      {words}
    </span>
  );
}

/** From zero at the bottom to the highest at the top. */
function lossPlot(losses: number[]): PlotOptions {
  const last = losses.length - 1;
  return {
    width: 64,
    height: 18,
    margin: 2,
    axis: null,
    x: { domain: [Math.min(0, last - 1), last] },
    y: { domain: [0, scaleEnd(losses)] },
    marks: [
      lineY(losses, { stroke: 'var(--color-quiet)', strokeWidth: 1 }),
      dot([losses[last]], {
        x: [last],
        y: [losses[last]],
        r: 1.75,
        fill: 'var(--color-ink)',
        stroke: 'none',
      }),
    ],
  };
}
