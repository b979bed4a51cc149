import Link from 'next/link';
import { ExperimentList } from '../features/experiments/experiment-list.tsx';
import { NoExperiments } from '../features/experiments/no-experiments.tsx';
import { readExperiments } from '../features/experiments/read-experiments.ts';
import { isUnderWay } from '../features/experiments/status.tsx';
import { orRefusal } from '../features/refusals/or-refusal.tsx';
import { plural } from '../ui/numbers.ts';
import { RefreshEvery } from '../ui/refresh-every.tsx';

interface ExperimentsPageProps {
  searchParams: Promise<{ after?: string }>;
}

export default async function ExperimentsPage({ searchParams }: ExperimentsPageProps) {
  const { after } = await searchParams;
  return orRefusal(async () => {
    const { entries, total, next } = await readExperiments(after);
    const waiting = total === 0 || entries.some(({ experiment }) => isUnderWay(experiment.status));
    return (
      <>
        {waiting && <RefreshEvery seconds={2} />}
        {total === 0 ? <NoExperiments /> : <h1 className="mb-3 text-sm">{plural(total, 'experiment')}</h1>}
        <ExperimentList entries={entries} />
        {next && <Link href={`/?${new URLSearchParams({ after: next })}`}>Older</Link>}
      </>
    );
  });
}
