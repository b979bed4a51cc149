import type { ExperimentQuery } from '@kindred/client';
import type { ReactNode } from 'react';
import { percent } from '../../ui/numbers.ts';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { familyLooks } from '../models/family.ts';
import { ModelName } from '../models/model-name.tsx';

type Experiment = NonNullable<ExperimentQuery['experiment']>;
type CorruptedAccuracy = Experiment['corruptedAccuracies'][number];

const cell = 'py-1.5 pr-5 text-right whitespace-nowrap last:pr-0';

/** How much of each model's and each ensemble's accuracy is left when test images are spoiled more and more. */
export function RobustnessTable({ experiment }: { experiment: Experiment }) {
  const { corruptedAccuracies: measured, models, ensembles } = experiment;
  const severities = [...new Set(measured.map(({ severity }) => severity))].sort();
  const looks = familyLooks(models.nodes);
  const rowOf = (name: string, clean: number | undefined, shown: ReactNode) => {
    const own = measured.filter((accuracy) => accuracy.name === name);
    return own.length === 0 ? null : (
      <Row key={name} name={shown} clean={clean} measured={own} severities={severities} />
    );
  };
  return (
    <ScrollSideways label="Robustness">
      <table className="border-collapse text-sm">
        <caption className="caption-bottom pt-3 text-left text-quiet text-xs">
          Accuracy in %, mean over the corruptions of a severity; severities as of CIFAR-10-C.
        </caption>
        <thead className="text-quiet text-xs">
          <tr className="border-rule border-b">
            <th scope="col" className="py-1.5 pr-5 text-left font-normal">
              model
            </th>
            {['clean', ...severities.map((severity) => `severity ${severity}`)].map((heading) => (
              <th key={heading} scope="col" className={`${cell} font-normal`}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {models.nodes.map((model) =>
            rowOf(
              model.name,
              model.evaluation?.accuracy.value,
              <ModelName model={model} look={looks.get(model.id)!} />,
            ),
          )}
        </tbody>
        <tbody className="border-ink border-t">
          {ensembles.map(({ name, size, evaluation }) =>
            rowOf(
              name,
              evaluation?.accuracy.value,
              <>
                {name} <span className="text-quiet">of {size}</span>
              </>,
            ),
          )}
        </tbody>
      </table>
    </ScrollSideways>
  );
}

interface RowProps {
  name: ReactNode;
  /** On images as they are. */
  clean: number | undefined;
  measured: CorruptedAccuracy[];
  severities: number[];
}

function Row({ name, clean, measured, severities }: RowProps) {
  return (
    <tr className="border-rule border-b last:border-0">
      <th scope="row" className="whitespace-nowrap py-1.5 pr-5 text-left font-normal">
        {name}
      </th>
      <td className={cell}>{clean === undefined ? <Absent /> : percent(clean)}</td>
      {severities.map((severity) => {
        const found = measured.find((accuracy) => accuracy.severity === severity);
        return (
          <td key={severity} className={cell} title={found && `mean over ${found.corruptions} corruptions`}>
            {found ? percent(found.accuracy) : <Absent />}
          </td>
        );
      })}
    </tr>
  );
}

const Absent = () => <span className="text-quiet">–</span>;
