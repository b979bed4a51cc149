import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { metrics } from '../evaluations/metrics.ts';
import { displayName, type ModelLook } from '../models/family.ts';
import { ModelMark } from '../models/model-mark.tsx';
import type { Pairs } from './messages.ts';
import type { PredictedModel } from './read-predictions.ts';

interface PairMatrixProps {
  title: string;
  unit: string;
  pairs: Pairs;
  metric: 'kl' | 'pdr';
  models: PredictedModel[];
  looks: Map<string, ModelLook>;
}

/** Each member beside each other one; the stronger a cell is tinted, the farther apart the two are. */
export function PairMatrix({ title, unit, pairs, metric, models, looks }: PairMatrixProps) {
  const { scale, digits } = metrics.find(({ name }) => name === metric)!;
  const values = pairs[metric];
  const highest = Math.max(...values.flat(), Number.MIN_VALUE);
  const tint = (value: number) =>
    `color-mix(in oklab, var(--color-ink) ${Math.round((22 * value) / highest)}%, transparent)`;
  const markOf = (name: string) => models.find((model) => model.name === name.split(':')[0])!;
  return (
    <ScrollSideways label={title}>
      <table className="border-collapse text-xs">
        <caption className="pb-2 text-left sm:whitespace-nowrap">
          {title} <span className="text-quiet">{unit}</span>
        </caption>
        <thead>
          <tr>
            <td />
            {pairs.names.map((name) => (
              <th key={name} scope="col" className="px-1.5 pb-1 text-right font-normal">
                {displayName({ name })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.names.map((row, i) => (
            <tr key={row}>
              <th scope="row" className="whitespace-nowrap py-1 pr-3 text-left font-normal">
                <span className="inline-flex items-center gap-2">
                  <ModelMark look={looks.get(markOf(row).id)!} />
                  {displayName({ name: row })}
                </span>
              </th>
              {pairs.names.map((column, j) => {
                const value = values[i]![j]!;
                return (
                  <td
                    key={column}
                    className="border border-paper px-1.5 py-1 text-right"
                    style={{ backgroundColor: tint(value) }}
                  >
                    {i === j ? <span aria-hidden="true">·</span> : (scale * value).toFixed(digits)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollSideways>
  );
}
