import type { ExperimentQuery } from '@kindred/client';
import { dot, lineY, type PlotOptions } from '@observablehq/plot';
import { count, roughly, scaleEnd } from '../../ui/numbers.ts';
import { PlotFigure } from '../../ui/plot-figure.tsx';
import { familyLooks } from './family.ts';
import { ModelName } from './model-name.tsx';

type Model = NonNullable<ExperimentQuery['experiment']>['models']['nodes'][number];
type Curve = NonNullable<Model['trainingCurve']>;

/** Of every model whose training has begun, side by side: how loss and learning rate went over the steps that are planned. */
export function TrainingCurves({ models }: { models: Model[] }) {
  const looks = familyLooks(models);
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-6 text-xs sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] sm:gap-x-8">
      {models.map(
        (model) =>
          model.trainingCurve && (
            <li key={model.id}>
              <figure>
                <figcaption className="mb-1">
                  <ModelName model={model} look={looks.get(model.id)!} />
                </figcaption>
                <CurveDrawing curve={model.trainingCurve} />
              </figure>
            </li>
          ),
      )}
    </ul>
  );
}

function CurveDrawing({ curve }: { curve: Curve }) {
  const { losses, learningRates, steps } = curve;
  const done = doneSteps(curve);
  const [loss, rate] = [losses.at(-1)!, learningRates.at(-1)!];
  const words = `loss ${losses[0]} at first, ${loss} after ${done} of ${steps} steps; learning rate at most ${Math.max(...learningRates)}, then ${rate}`;
  return (
    <>
      <div className="max-w-60">
        <PlotFigure label={words} options={trainingPlot(curve)} />
      </div>
      <p className="mt-1 text-quiet">
        loss <span className="text-ink">{loss.toFixed(3)}</span> · rate {rate.toPrecision(2)} ·{' '}
        {done < steps ? `step ${count(done)} of ${count(steps)}` : `${count(steps)} steps`}
      </p>
    </>
  );
}

/** The loss in ink, each value at the end of its steps; the learning rate dotted, its highest as high as the highest loss. */
export function trainingPlot({ losses, learningRates, steps, stepsAPoint }: Curve): PlotOptions {
  const highest = scaleEnd(losses);
  const highestRate = scaleEnd(learningRates);
  const points = losses.map((loss, index) => ({
    step: Math.min((index + 1) * stepsAPoint, steps),
    loss,
    rate: (learningRates[index]! / highestRate) * highest,
  }));
  return {
    width: 184,
    height: 96,
    marginTop: 6,
    marginRight: 10,
    marginBottom: 18,
    // As wide as `0.15`.
    marginLeft: 36,
    x: { domain: [0, steps], ticks: 3, tickSize: 0, tickFormat: roughly, label: null },
    y: { domain: [0, highest], ticks: 3, tickSize: 0, grid: true, label: null },
    marks: [
      lineY(points, { x: 'step', y: 'rate', stroke: 'var(--color-quiet)', strokeDasharray: '1 3' }),
      lineY(points, { x: 'step', y: 'loss', stroke: 'var(--color-ink)', strokeWidth: 1.25 }),
      dot(points.slice(-1), { x: 'step', y: 'loss', r: 2, fill: 'var(--color-ink)', stroke: 'none' }),
    ],
  };
}

function doneSteps({ losses, stepsAPoint, steps }: Curve): number {
  return Math.min(losses.length * stepsAPoint, steps);
}
