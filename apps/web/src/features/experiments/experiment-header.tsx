import Link from 'next/link';
import { minute } from '../../ui/numbers.ts';
import { CopyMenu } from '../copy/copy-menu.tsx';
import { CancelExperiment } from './cancel-experiment.tsx';
import { ExperimentProgress } from './experiment-progress.tsx';
import { FailedJobs } from './failed-jobs.tsx';
import type { ExperimentRead } from './read-experiments.ts';
import { RetryExperiment } from './retry-experiment.tsx';
import { RunningJobs } from './running-jobs.tsx';
import { isUnderWay, Status } from './status.tsx';

export function ExperimentHeader({ experiment }: { experiment: ExperimentRead }) {
  const { name, status, error, dataset, architecture, seed, trainImages, testImages, createdAt } = experiment;
  return (
    <header className="border-rule border-t pt-6">
      <div className="flex items-baseline justify-between gap-6">
        <h1 className="max-w-4xl text-balance font-semibold text-2xl leading-tight tracking-tight sm:text-3xl">
          {name}
        </h1>
        <CopyMenu questions={experiment.asked} />
      </div>
      <p className="mt-3 text-quiet text-sm">
        <span className="text-ink">
          <Status status={status} />
        </span>{' '}
        · {dataset.name}, {trainImages.toLocaleString('en')} training and {testImages.toLocaleString('en')}{' '}
        test images · {architecture.name} · seed {seed} ·{' '}
        <time dateTime={createdAt}>{minute(createdAt)} UTC</time> ·{' '}
        <Link
          href={`/claims?experiment=${experiment.id}`}
          prefetch={false}
          className="text-ink underline underline-offset-4"
        >
          beside the paper’s claims
        </Link>
        {experiment.mayStart && (
          <>
            {' '}
            ·{' '}
            <Link
              href={`/experiments/new?like=${experiment.id}`}
              prefetch={false}
              className="text-ink underline underline-offset-4"
            >
              start one like this
            </Link>
          </>
        )}
      </p>
      {error && status === 'FAILED' && <FailedJobs jobs={experiment.jobs.nodes} error={error} />}
      {isUnderWay(status) && (
        <div className="mt-5 max-w-xl space-y-3">
          <ExperimentProgress experiment={experiment} />
          <RunningJobs jobs={experiment.jobs.nodes} />
          <CancelExperiment id={experiment.id} />
        </div>
      )}
      {(status === 'FAILED' || status === 'CANCELLED') && (
        <div className="mt-5">
          <RetryExperiment id={experiment.id} />
        </div>
      )}
    </header>
  );
}
