import type { EvaluationFieldsFragment, ExperimentQuery, ModelFieldsFragment } from '@kindred/client';
import type { ReactNode } from 'react';
import { percent } from '../../ui/numbers.ts';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { Definitions } from '../evaluations/definitions.tsx';
import { Measure } from '../evaluations/measure.tsx';
import { definitionsOf, metrics } from '../evaluations/metrics.ts';
import { familyLooks } from './family.ts';
import { LossCurve } from './loss-curve.tsx';
import { ModelName } from './model-name.tsx';

type Ensemble = NonNullable<ExperimentQuery['experiment']>['ensembles'][number];

const cell = 'py-1.5 pr-5 text-right whitespace-nowrap last:pr-0';

/** What was measured of every model, and of every ensemble of them. */
export function MemberTable({ models, ensembles }: { models: ModelFieldsFragment[]; ensembles: Ensemble[] }) {
  const looks = familyLooks(models);
  const evaluations = [...models, ...ensembles].flatMap(({ evaluation }) => evaluation ?? []);
  return (
    <>
      <ScrollSideways label="Members">
        <table className="w-full max-w-6xl border-collapse text-sm">
          <Headings evaluations={evaluations} />
          <tbody>
            {models.map((model) => (
              <Row
                key={model.id}
                name={<ModelName model={model} look={looks.get(model.id)!} />}
                evaluation={model.evaluation}
              >
                <Making model={model} />
              </Row>
            ))}
          </tbody>
          <tbody className="border-ink border-t">
            {ensembles.map((ensemble) => (
              <Row
                key={ensemble.name}
                name={
                  <>
                    {ensemble.name} <span className="text-quiet">of {ensemble.size}</span>
                  </>
                }
                evaluation={ensemble.evaluation}
              >
                <td colSpan={5} />
              </Row>
            ))}
          </tbody>
        </table>
      </ScrollSideways>
      {evaluations.length > 0 && <Definitions evaluations={evaluations} />}
    </>
  );
}

function Headings({ evaluations }: { evaluations: EvaluationFieldsFragment[] }) {
  return (
    <thead className="text-quiet text-xs">
      <tr className="border-rule border-b">
        <th scope="col" className="py-1.5 pr-5 text-left font-normal">
          model
        </th>
        {metrics.map(({ name, heading }) => (
          <th key={name} scope="col" className={`${cell} font-normal`}>
            <abbr title={definitionsOf(evaluations, name).join(' · ') || undefined}>{heading}</abbr>
          </th>
        ))}
        {['sparsity %', 'epochs', 'TFLOP', 'seconds', 'loss by epoch'].map((heading) => (
          <th key={heading} scope="col" className={`${cell} font-normal`}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps {
  name: ReactNode;
  evaluation: EvaluationFieldsFragment | null;
  children: ReactNode;
}

function Row({ name, evaluation, children }: RowProps) {
  return (
    <tr className="border-rule border-b last:border-0">
      <th scope="row" className="whitespace-nowrap py-1.5 pr-5 text-left font-normal">
        {name}
      </th>
      {metrics.map(({ name: metric, scale, digits }) => (
        <td key={metric} className={cell}>
          <Measure measurement={evaluation?.[metric]} scale={scale} digits={digits} />
        </td>
      ))}
      {children}
    </tr>
  );
}

/** What it took to make a model. */
function Making({ model: { sparsity, training, status } }: { model: ModelFieldsFragment }) {
  if (!training) {
    return (
      <td colSpan={5} className={`${cell} text-quiet`}>
        {status.toLowerCase()}
      </td>
    );
  }
  return (
    <>
      <td className={cell}>
        {sparsity == null ? <span className="text-quiet">–</span> : percent(sparsity, 1)}
      </td>
      <td className={cell} title={`${training.schedule}, ${training.trainImages} images an epoch`}>
        {Number(training.epochs.toFixed(2))}
      </td>
      <td
        className={cell}
        title="floating-point operations in 10¹²: two a multiply-add, three passes a step, pruned weights counted"
      >
        {training.flops == null ? (
          <span className="text-quiet">–</span>
        ) : (
          (training.flops / 1e12).toPrecision(3)
        )}
      </td>
      <td className={cell} title={`on ${training.backend}`}>
        {Math.round(training.seconds)}
      </td>
      <td className={cell}>
        <LossCurve losses={training.lossByEpoch} />
      </td>
    </>
  );
}
