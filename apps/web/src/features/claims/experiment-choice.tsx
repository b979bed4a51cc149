import Link from 'next/link';
import type { ClaimsPage } from './read-claims.ts';

/** Beside which experiment the claims stand; which one is part of the address. */
export function ExperimentChoice({
  experiment,
  experiments,
}: Pick<ClaimsPage, 'experiment' | 'experiments'>) {
  const others = experiments.filter(({ id }) => id !== experiment?.id);
  if (others.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-quiet">beside another experiment</summary>
      <ul className="mt-2 space-y-1">
        {others.map(({ id, name, seed, dataset, architecture }) => (
          <li key={id}>
            <Link href={`/claims?experiment=${id}`} prefetch={false} className="underline underline-offset-4">
              {name}
            </Link>{' '}
            <span className="text-quiet text-xs">
              {architecture.name} on {dataset.name}, seed {seed}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
