import type { ReliabilityBin } from '@kindred/ml/metrics';
import { lazy, Suspense } from 'react';
import { count } from '../../ui/numbers.ts';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import type { ModelLook } from '../models/family.ts';
import { displayName } from '../models/family.ts';
import { MarkLegend } from '../models/mark-legend.tsx';
import type { PredictedModel } from './read-predictions.ts';
import type { ReliabilityLine } from './reliability-chart.tsx';

/** Fetched once there is something to draw. */
const ReliabilityChart = lazy(() =>
  import('./reliability-chart.tsx').then(({ ReliabilityChart }) => ({ default: ReliabilityChart })),
);

/** The ensemble's look: no model is drawn so. */
const ensembleLook: ModelLook = { color: 'var(--color-accent)', shape: 'full' };

interface ReliabilityProps {
  models: PredictedModel[];
  looks: Map<string, ModelLook>;
  chosen: string[];
  /** Predictions that are averaged: a network may make several. */
  members: number;
  /** Of each model by its name. */
  alone: Readonly<Record<string, ReliabilityBin[]>>;
  together: ReliabilityBin[];
}

/** The ensemble's calibration beside that of the parent and of its members, as a drawing and as a table. */
export function Reliability({ models, looks, chosen, members, alone, together }: ReliabilityProps) {
  const shown = models.filter(({ name, kind }) => kind === 'PARENT' || chosen.includes(name));
  const lines: ReliabilityLine[] = [
    { name: `ensemble of ${members}`, look: ensembleLook, bins: together, strong: true },
    ...shown.map((model) => ({
      name: displayName(model),
      look: looks.get(model.id)!,
      bins: alone[model.name]!,
      strong: false,
    })),
  ];
  return (
    <div className="flex flex-wrap items-start gap-x-16 gap-y-6">
      <div className="w-full max-w-md 2xl:max-w-lg">
        <Suspense fallback={<div className="aspect-[36/46]" />}>
          <ReliabilityChart lines={lines} />
        </Suspense>
        <MarkLegend entries={lines} />
      </div>
      <details className="min-w-0 text-xs">
        <summary className="cursor-pointer text-quiet">The same as a table</summary>
        <ScrollSideways label="Calibration">
          <ReliabilityTable lines={lines} />
        </ScrollSideways>
      </details>
    </div>
  );
}

const cell = 'whitespace-nowrap py-1 pr-5 text-right font-normal last:pr-0';

function ReliabilityTable({ lines }: { lines: ReliabilityLine[] }) {
  return (
    <table className="mt-3 border-collapse">
      <caption className="caption-bottom pt-2 text-left text-quiet">
        Accuracy in % of the images whose confidence lies in the bin, and how many they are.
      </caption>
      <thead className="text-quiet">
        <tr className="border-rule border-b">
          <th scope="col" className="py-1 pr-5 text-left font-normal">
            confidence
          </th>
          {lines.map(({ name }) => (
            <th key={name} scope="col" className={cell}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines[0]!.bins.map(({ low, high }, index) => (
          <tr key={low} className="border-rule border-b last:border-0">
            <th scope="row" className="whitespace-nowrap py-1 pr-5 text-left font-normal">
              ({low.toFixed(2)}, {high.toFixed(2)}]
            </th>
            {lines.map(({ name, bins }) => {
              const { images, accuracy } = bins[index]!;
              return (
                <td key={name} className={cell}>
                  {accuracy === null ? <span className="text-quiet">–</span> : (100 * accuracy).toFixed(1)}{' '}
                  <span className="text-quiet">of {count(images)}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
