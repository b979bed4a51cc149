import type { EvaluationFieldsFragment } from '@kindred/client';
import type { WhatIfValues } from '@kindred/ml/metrics';
import { Measure } from '../evaluations/measure.tsx';
import { metrics } from '../evaluations/metrics.ts';
import { displayName, type ModelLook } from '../models/family.ts';
import { ModelMark } from '../models/model-mark.tsx';
import type { Measured } from './messages.ts';
import type { PredictedModel } from './read-predictions.ts';
import { WithoutIt } from './without-it.tsx';

const cell = 'min-w-28 py-1.5 pr-5 text-right align-top whitespace-nowrap last:pr-0';

interface MemberChoiceProps {
  models: PredictedModel[];
  looks: Map<string, ModelLook>;
  chosen: string[];
  choose: (members: string[]) => void;
  together: EvaluationFieldsFragment | undefined;
  /** The ensemble, and its values without each member. */
  measured: Measured | undefined;
  without: Readonly<Record<string, WhatIfValues>>;
}

/** The ensemble of the models ticked, and what each of them alone is and adds. */
export function MemberChoice({
  models,
  looks,
  chosen,
  choose,
  together,
  measured,
  without,
}: MemberChoiceProps) {
  const toggle = (name: string) =>
    choose(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);
  return (
    <table className="w-full max-w-5xl border-collapse text-sm">
      <caption className="caption-bottom pt-3 text-left text-quiet text-xs">
        <span className="sticky left-0 inline-block max-w-[calc(100vw-2rem)]">
          Below the numbers of a ticked model: how the ensemble’s change without it.
        </span>
      </caption>
      <thead className="text-quiet text-xs">
        <tr className="border-rule border-b">
          <th scope="col" className="py-1.5 pr-5 text-left font-normal">
            model
          </th>
          {metrics.map(({ name, heading }) => (
            <th key={name} scope="col" className={`${cell} font-normal`}>
              <abbr title={together?.[name]?.definition || undefined}>{heading}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className="border-ink border-b font-semibold">
          <th scope="row" className="whitespace-nowrap py-1.5 pr-5 text-left font-semibold">
            ensemble of {measured?.pairs.names.length ?? chosen.length}
          </th>
          {metrics.map(({ name, scale, digits }) => (
            <td key={name} className={cell}>
              <Measure measurement={together?.[name]} scale={scale} digits={digits} />
            </td>
          ))}
        </tr>
        {models.map((model) => (
          <tr key={model.id} className="border-rule border-b last:border-0">
            <th scope="row" className="whitespace-nowrap py-1.5 pr-5 text-left align-top font-normal">
              <label className="inline-flex cursor-pointer items-center gap-2">
                <input
                  type="checkbox"
                  checked={chosen.includes(model.name)}
                  onChange={() => toggle(model.name)}
                  className="accent-(--color-ink)"
                />
                <ModelMark look={looks.get(model.id)!} />
                {displayName(model)}
                {model.members > 1 && <span className="text-quiet">of {model.members}</span>}
              </label>
            </th>
            {metrics.map((metric) => (
              <td key={metric.name} className={cell}>
                <Measure measurement={model.evaluation[metric.name]} {...metric} />
                {chosen.includes(model.name) && (
                  <WithoutIt metric={metric} together={measured?.values} without={without[model.name]} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
