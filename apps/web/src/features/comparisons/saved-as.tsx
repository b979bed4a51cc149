'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import type { SavedComparison } from './read-comparisons.ts';
import { partsOf, pathOf } from './saved-address.ts';
import { SavedBy } from './saved-by.tsx';

/** Who saved this view and as what; nothing once it is another one, whatever its address says. */
export function SavedAs({ saved }: { saved: SavedComparison }) {
  const shown = pathOf(usePathname(), useSearchParams().toString());
  if (shown !== pathOf(...partsOf(saved.path))) return null;
  return (
    <p className="mb-3 text-quiet text-xs">
      <SavedBy saved={saved} /> as “<span className="wrap-anywhere text-ink">{saved.title}</span>”
    </p>
  );
}
