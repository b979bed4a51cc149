import type { ExperimentQuery } from '@kindred/client';
import { count } from '../../ui/numbers.ts';
import { familyLooks } from './family.ts';
import { ModelName } from './model-name.tsx';

type Model = NonNullable<ExperimentQuery['experiment']>['models']['nodes'][number];
type Curve = NonNullable<Model['trainingCurve']>;

const [width, height] = [200, 64];

/** Of every model whose training has begun, side by side: how loss and learning rate went over the steps that are planned. */
export function TrainingCurves({ models }: { models: Model[] }) {
  const looks = familyLooks(models);
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-8 gap-y-6 text-xs">
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

/** Both from zero up to their own highest value: the loss in ink, the learning rate dotted. */
function CurveDrawing({ curve }: { curve: Curve }) {
  const { losses, learningRates, steps } = curve;
  const done = doneSteps(curve);
  const [loss, rate] = [losses.at(-1)!, learningRates.at(-1)!];
  const words = `loss ${losses[0]} at first, ${loss} after ${done} of ${steps} steps; learning rate at most ${Math.max(...learningRates)}, then ${rate}`;
  return (
    <>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words} className="w-full">
        <path d={`M0 0V${height}H${width}`} fill="none" stroke="var(--color-rule)" />
        <polyline
          points={pointsOf(learningRates, curve)}
          fill="none"
          stroke="var(--color-quiet)"
          strokeDasharray="1 3"
        />
        <polyline points={pointsOf(losses, curve)} fill="none" stroke="var(--color-ink)" strokeWidth="1.25" />
      </svg>
      <p className="mt-1 text-quiet">
        loss <span className="text-ink">{loss.toFixed(3)}</span> · rate {rate.toPrecision(2)} ·{' '}
        {done < steps ? `step ${count(done)} of ${count(steps)}` : `${count(steps)} steps`}
      </p>
    </>
  );
}

function doneSteps({ losses, stepsAPoint, steps }: Curve): number {
  return Math.min(losses.length * stepsAPoint, steps);
}

/** In the drawing's units, each value at the end of its steps. */
function pointsOf(values: readonly number[], { steps, stepsAPoint }: Curve): string {
  const highest = Math.max(...values, Number.EPSILON);
  return values
    .map((value, point) => {
      const x = (width * Math.min((point + 1) * stepsAPoint, steps)) / steps;
      return `${x.toFixed(1)},${(height * (1 - value / highest)).toFixed(1)}`;
    })
    .join(' ');
}
