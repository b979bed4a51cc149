import Link from 'next/link';
import { CopyMenu } from '../features/copy/copy-menu.tsx';
import { ExperimentList } from '../features/experiments/experiment-list.tsx';
import { ListFilters } from '../features/experiments/list-filters.tsx';
import { isFiltered, listAddress, readListView } from '../features/experiments/list-view.ts';
import { NoExperiments } from '../features/experiments/no-experiments.tsx';
import { NothingMatches } from '../features/experiments/nothing-matches.tsx';
import { readExperiments } from '../features/experiments/read-experiments.ts';
import { isUnderWay } from '../features/experiments/status.tsx';
import { orRefusal } from '../features/refusals/or-refusal.tsx';
import { count } from '../ui/numbers.ts';
import { RefreshEvery } from '../ui/refresh-every.tsx';

/** Between two looks for what is new, while something changes and while nothing is known to. */
const [busySeconds, quietSeconds] = [2, 15];

interface ExperimentsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ExperimentsPage({ searchParams }: ExperimentsPageProps) {
  const view = readListView(await searchParams);
  return orRefusal(async () => {
    const { experiments, total, next, datasets, architectures, mayStart, asked } =
      await readExperiments(view);
    const filtered = isFiltered(view);
    if (total === 0 && !filtered) {
      return (
        <>
          <RefreshEvery seconds={busySeconds} />
          <NoExperiments mayStart={mayStart} />
        </>
      );
    }
    const busy = experiments.some(({ status }) => isUnderWay(status));
    return (
      <>
        <RefreshEvery seconds={busy ? busySeconds : quietSeconds} />
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <h1 className="font-semibold text-2xl tracking-tight">Experiments</h1>
          <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2 text-sm">
            <Link href="/claims" prefetch={false} className="underline underline-offset-4">
              claims of the paper
            </Link>
            {mayStart && (
              <Link
                href="/experiments/new"
                prefetch={false}
                className="border border-ink px-3 py-1 hover:bg-ink hover:text-paper hover:no-underline"
              >
                new experiment
              </Link>
            )}
            <CopyMenu questions={asked} />
          </div>
        </div>
        <ListFilters view={view} datasets={datasets} architectures={architectures} />
        <p role="status" className="mb-3 text-quiet text-xs">
          {`${count(total)} ${total === 1 ? 'experiment' : 'experiments'}${filtered ? ' found' : ''}`}
        </p>
        {total === 0 ? <NothingMatches /> : <ExperimentList experiments={experiments} />}
        {(view.after || next) && (
          <nav aria-label="Pages" className="flex gap-6 border-rule border-t pt-4 text-sm">
            {view.after && <Link href={listAddress({ ...view, after: '' })}>← first page</Link>}
            {next && <Link href={listAddress({ ...view, after: next })}>next page →</Link>}
          </nav>
        )}
      </>
    );
  });
}
