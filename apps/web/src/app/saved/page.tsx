import Link from 'next/link';
import { ComparisonList } from '../../features/comparisons/comparison-list.tsx';
import { readComparisons } from '../../features/comparisons/read-comparisons.ts';
import { orRefusal } from '../../features/refusals/or-refusal.tsx';
import { plural } from '../../ui/numbers.ts';
import { OlderPages } from '../../ui/older-pages.tsx';

const first = 50;

interface SavedPageProps {
  /** Of one experiment, and the cursor that those shown stand behind. */
  searchParams: Promise<{ experiment?: string; after?: string }>;
}

/** What people of the workspace saved. */
export default async function SavedPage({ searchParams }: SavedPageProps) {
  const { experiment, after } = await searchParams;
  return orRefusal(async () => {
    const shown = await readComparisons(experiment, first, after);
    const { totalCount, pageInfo, nodes } = shown.page;
    const addressOf = (said: Record<string, string>) =>
      `/saved?${new URLSearchParams({ ...(experiment && { experiment }), ...said })}`;
    return (
      <>
        <title>Saved comparisons · Kindred</title>
        <header className="mb-6 border-rule border-t pt-6">
          <h1 className="font-semibold text-2xl tracking-tight">Saved comparisons</h1>
          <p className="mt-2 text-quiet text-sm">
            {plural(totalCount, 'view')}
            {experiment && (
              <>
                {' '}
                of {nodes[0] ? nodes[0].experiment.name : 'one experiment'} ·{' '}
                <Link href="/saved" prefetch={false} className="text-ink underline underline-offset-4">
                  of all experiments
                </Link>
              </>
            )}
          </p>
        </header>
        {totalCount === 0 ? (
          <p className="max-w-prose text-quiet text-sm">
            None yet. A neuron, an atlas, an ensemble, a layer or an image that is worth showing to others
            gets a permanent address by “save this view”, at the top of its page.
          </p>
        ) : (
          <ComparisonList shown={shown} {...(experiment && { of: experiment })} />
        )}
        <OlderPages after={after} pageInfo={pageInfo} addressOf={addressOf} />
      </>
    );
  });
}
