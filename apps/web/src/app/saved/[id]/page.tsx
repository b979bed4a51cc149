import { notFound, redirect } from 'next/navigation';
import { readSaving } from '../../../features/comparisons/read-comparisons.ts';
import { viewAddress } from '../../../features/comparisons/saved-address.ts';
import { orRefusal } from '../../../features/refusals/or-refusal.tsx';

/** Leads to a view that somebody saved, by its permanent address. */
export default async function SavedComparisonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return orRefusal(async () => {
    const { saved } = await readSaving(id);
    return saved ? redirect(viewAddress(saved)) : notFound();
  });
}
