import Link from 'next/link';
import { ClaimTableView } from '../../features/claims/claim-table-view.tsx';
import { claimTables } from '../../features/claims/claim-tables.ts';
import { ExperimentChoice } from '../../features/claims/experiment-choice.tsx';
import { HowToMeasure } from '../../features/claims/how-to-measure.tsx';
import { readClaims } from '../../features/claims/read-claims.ts';
import { VerdictCounts } from '../../features/claims/verdict-counts.tsx';
import { CopyMenu } from '../../features/copy/copy-menu.tsx';
import { orRefusal } from '../../features/refusals/or-refusal.tsx';
import { Notice } from '../../ui/notice.tsx';

interface ClaimsPageProps {
  /** The experiment's id; the newest that is done where there is none. */
  searchParams: Promise<{ experiment?: string }>;
}

/** The paper's tables as a ledger: each printed number beside ours. */
export default async function ClaimsPage({ searchParams }: ClaimsPageProps) {
  const { experiment: named } = await searchParams;
  return orRefusal(async () => {
    const page = await readClaims(named);
    if (!page?.experiment) {
      return (
        <Notice title="Nothing to hold the paper against yet">
          <HowToMeasure />
        </Notice>
      );
    }
    const { experiment, claims, experiments } = page;
    return (
      <div className="space-y-10">
        <title>{`Claims · ${experiment.name} · Kindred`}</title>
        <header className="space-y-3 border-rule border-t pt-6">
          <div className="flex items-baseline justify-between gap-6">
            <h1 className="font-semibold text-2xl tracking-tight">Claims of the paper</h1>
            <CopyMenu questions={page.asked} />
          </div>
          <p className="max-w-prose text-quiet text-sm">
            Each number that it prints in Tables I to III and Fig. 3, beside the one of the same definition
            that{' '}
            <Link href={`/experiments/${experiment.id}`} className="text-ink underline underline-offset-4">
              {experiment.name}
            </Link>{' '}
            measured: {experiment.architecture.name} on {experiment.dataset.name}, seed {experiment.seed}.
          </p>
          <ExperimentChoice experiment={experiment} experiments={experiments} />
        </header>
        <VerdictCounts claims={claims} />
        {claims.every(({ measured }) => !measured) && <HowToMeasure />}
        {claimTables(claims).map((table) => (
          <ClaimTableView key={table.title} table={table} />
        ))}
      </div>
    );
  });
}
