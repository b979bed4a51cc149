import Link from 'next/link';
import type { ComparisonsShown, SavedComparison } from './read-comparisons.ts';
import { RemoveComparison } from './remove-comparison.tsx';
import { savedAddress } from './saved-address.ts';
import { SavedBy } from './saved-by.tsx';

interface ComparisonListProps {
  shown: ComparisonsShown;
  /** Id of the experiment that they are known to be of; each says which one it is of without. */
  of?: string;
}

/** Saved views, each under its permanent address. */
export function ComparisonList({ shown: { page, role }, of }: ComparisonListProps) {
  return (
    <ul className="space-y-4 text-sm">
      {page.nodes.map((saved) => (
        <li key={saved.id}>
          <Link
            href={savedAddress(saved.id)}
            prefetch={false}
            className="wrap-anywhere underline underline-offset-4"
          >
            {saved.title}
          </Link>
          <div className="mt-1 flex flex-wrap items-baseline gap-x-4 text-quiet text-xs">
            <span>{pageOf(saved)}</span>
            {!of && (
              <Link href={`/experiments/${saved.experiment.id}`} prefetch={false}>
                {saved.experiment.name}
              </Link>
            )}
            <span>
              <SavedBy saved={saved} />
            </span>
            {(role === 'ADMIN' || (saved.mine && role === 'EDITOR')) && (
              <RemoveComparison id={saved.id} title={saved.title} />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

const kinds: Record<string, string> = {
  neurons: 'neuron',
  layers: 'layer',
  images: 'image',
  atlas: 'atlas',
  ensemble: 'ensemble',
};

/** `neuron stage2.block0:17`, of `/experiments/<id>/neurons/stage2.block0%3A17?view=wipe`. */
function pageOf({ path }: SavedComparison): string {
  const [kind = '', which = ''] = path.split('?')[0]!.split('/').slice(3);
  return `${kinds[kind] ?? kind} ${which.replaceAll('%3A', ':')}`;
}
