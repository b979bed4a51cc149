'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { minute } from '../../ui/numbers.ts';
import { Measure } from '../evaluations/measure.tsx';
import { FamilyMarks } from '../models/family-marks.tsx';
import { ExperimentProgress } from './experiment-progress.tsx';
import { FamilyStrip } from './family-strip.tsx';
import type { ListedExperiment } from './read-experiments.ts';
import { isUnderWay, Status } from './status.tsx';

/** Drawn in the browser too: what it shows takes half the bytes of what it draws, which React is sent besides the HTML. */
export function ExperimentList({ experiments }: { experiments: ListedExperiment[] }) {
  return (
    <ol>
      {experiments.map((experiment) => (
        <li
          key={experiment.id}
          className="grid grid-cols-1 gap-x-10 gap-y-4 border-rule border-t py-6 [contain-intrinsic-height:auto_13rem] [content-visibility:auto] lg:grid-cols-[minmax(14rem,1fr)_22rem_minmax(0,22rem)] 2xl:grid-cols-[24rem_24rem_minmax(0,1fr)] 2xl:gap-x-20"
        >
          <Title experiment={experiment} />
          <Figures experiment={experiment} />
          <FamilyStrip experiment={experiment} />
        </li>
      ))}
    </ol>
  );
}

function Title({ experiment }: { experiment: ListedExperiment }) {
  const { id, name, status, error, dataset, architecture, seed, models, createdAt } = experiment;
  return (
    <div className="min-w-0 space-y-2">
      <h2 className="text-balance font-semibold text-lg leading-snug tracking-tight">
        <Link href={`/experiments/${id}`} prefetch={false}>
          {name}
        </Link>
      </h2>
      <p className="text-quiet text-xs">
        {dataset.name} · {architecture.name} · seed {seed} ·{' '}
        <time dateTime={createdAt} className="whitespace-nowrap">
          {minute(createdAt)} UTC
        </time>
      </p>
      <FamilyMarks models={models.nodes} total={models.totalCount} />
      <p className="wrap-anywhere line-clamp-2 text-xs">
        <Status status={status} />
        {status === 'FAILED' && error && <span className="text-quiet"> · {error}</span>}
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
          <FigureHeading meaning="share of test images labelled right, with half the width of its interval">
            acc %
          </FigureHeading>
          <FigureHeading meaning="prediction disagreement ratio: images that two members label differently, mean over pairs">
            PDR %
          </FigureHeading>
          <FigureHeading meaning="Kullback–Leibler divergence between members, nats, mean over pairs and images">
            KL
          </FigureHeading>
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

function FigureHeading({ meaning, children }: { meaning: string; children: string }) {
  return (
    <th scope="col" className="whitespace-nowrap pb-1 pl-2 sm:pl-4 text-right font-normal">
      <abbr title={meaning}>{children}</abbr>
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
