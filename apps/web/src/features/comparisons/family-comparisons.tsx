import Link from 'next/link';
import { Section } from '../../ui/section.tsx';
import { ComparisonList } from './comparison-list.tsx';
import type { ComparisonsShown } from './read-comparisons.ts';

/** The views of an experiment that were saved last; nothing where none was. */
export function FamilyComparisons({ experiment, shown }: { experiment: string; shown: ComparisonsShown }) {
  const { totalCount, pageInfo } = shown.page;
  if (totalCount === 0) return null;
  return (
    // Not in the site of a family, which anybody may see.
    <div data-not-in-site>
      <Section
        title="Saved comparisons"
        aside={
          pageInfo.hasNextPage && (
            <Link href={`/saved?experiment=${experiment}`} prefetch={false} className="underline">
              all {totalCount}
            </Link>
          )
        }
      >
        <ComparisonList shown={shown} of={experiment} />
      </Section>
    </div>
  );
}
