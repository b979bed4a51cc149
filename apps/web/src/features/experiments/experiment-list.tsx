import Link from 'next/link';
import type { ReactNode } from 'react';
import { minute } from '../../ui/numbers.ts';
import { Measure } from '../evaluations/measure.tsx';
import { ExperimentProgress } from './experiment-progress.tsx';
import { FamilyStrip } from './family-strip.tsx';
import type { ExperimentPage, ListedExperiment } from './read-experiments.ts';
import { isUnderWay, Status } from './status.tsx';

export function ExperimentList({ entries }: { entries: ExperimentPage['entries'] }) {
  return (
    <ol>
      {entries.map(({ experiment, strip }) => (
        <li
          key={experiment.id}
          className="grid grid-cols-1 gap-x-10 gap-y-4 border-rule border-t py-6 lg:grid-cols-[minmax(14rem,1fr)_22rem_minmax(0,22rem)] 2xl:grid-cols-[24rem_24rem_minmax(0,1fr)] 2xl:gap-x-20"
        >
          <Title experiment={experiment} />
          <Figures experiment={experiment} />
          <div>{strip && <FamilyStrip experiment={experiment.id} strip={strip} />}</div>
        </li>
      ))}
    </ol>
  );
}

function Title({ experiment }: { experiment: ListedExperiment }) {
  const { id, name, status, dataset, architecture, seed, models, createdAt } = experiment;
  return (
    <div className="min-w-0 space-y-2">
      <h2 className="text-balance font-semibold text-lg leading-snug tracking-tight">
        <Link href={`/experiments/${id}`} prefetch={false}>
          {name}
        </Link>
      </h2>
      <p className="text-quiet text-xs">
        {dataset.name} · {architecture.name} · seed {seed} · family of {models.totalCount} ·{' '}
        <time dateTime={createdAt} className="whitespace-nowrap">
          {minute(createdAt)} UTC
        </time>
      </p>
      <p className="text-xs">
        <Status status={status} />
      </p>
      {isUnderWay(status) && (
        <div className="max-w-sm">
          <ExperimentProgress experiment={experiment} />
        </div>
      )}
    </div>
  );
}

/** The parent's accuracy, and each ensemble's with its diversity. */
function Figures({ experiment: { parent, ensembles } }: { experiment: ListedExperiment }) {
  if (!parent.evaluation && ensembles.every(({ evaluation }) => !evaluation)) {
    return <p className="text-quiet text-xs">Not evaluated yet.</p>;
  }
  return (
    <table className="h-fit w-full text-sm">
      <thead className="text-quiet text-xs">
        <tr>
          <th className="sr-only">of</th>
          <FigureHeading>acc %</FigureHeading>
          <FigureHeading>PDR %</FigureHeading>
          <FigureHeading>KL</FigureHeading>
        </tr>
      </thead>
      <tbody>
        <Figure
          name="parent"
          figures={[<Measure key="acc" measurement={parent.evaluation?.accuracy} scale={100} digits={2} />]}
        />
        {ensembles.map(({ name, size, evaluation }) => (
          <Figure
            key={name}
            name={
              <>
                {name} <span className="text-quiet">of {size}</span>
              </>
            }
            figures={[
              <Measure key="acc" measurement={evaluation?.accuracy} scale={100} digits={2} />,
              <Measure
                key="pdr"
                measurement={evaluation?.pdr && { ...evaluation.pdr, low: null }}
                scale={100}
                digits={2}
              />,
              <Measure key="kl" measurement={evaluation?.kl && { ...evaluation.kl, low: null }} />,
            ]}
          />
        ))}
      </tbody>
    </table>
  );
}

function FigureHeading({ children }: { children: ReactNode }) {
  return (
    <th scope="col" className="whitespace-nowrap pb-1 pl-2 sm:pl-4 text-right font-normal">
      {children}
    </th>
  );
}

function Figure({ name, figures }: { name: ReactNode; figures: ReactNode[] }) {
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap py-0.5 text-left font-normal">
        {name}
      </th>
      {figures.map((figure, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the figures keep their order.
        <td key={index} className="py-0.5 pl-2 text-right sm:pl-4">
          {figure}
        </td>
      ))}
    </tr>
  );
}
