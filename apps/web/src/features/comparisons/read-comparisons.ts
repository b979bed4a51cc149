import {
  type SavedComparisonFieldsFragment,
  SavedComparisonsDocument,
  type SavedComparisonsQuery,
  SavingDocument,
} from '@kindred/client';
import { api } from '../../api.ts';
import { savedId } from './saved-address.ts';

export type SavedComparison = SavedComparisonFieldsFragment;

export interface Saving {
  maySave: boolean;
  /** What the view was saved as; null where it was not, or that is gone. */
  saved: SavedComparison | null;
}

/** @param said what an address says that it was saved as */
export async function readSaving(said: string | string[] | undefined): Promise<Saving> {
  const id = savedId(said);
  const { viewer, node } = await api.request(SavingDocument, { saved: id ?? '', isSaved: id !== null });
  return {
    maySave: viewer.role !== 'VIEWER',
    saved: node?.__typename === 'SavedComparison' ? node : null,
  };
}

export type ComparisonPage = SavedComparisonsQuery['savedComparisons'];

export interface ComparisonsShown {
  /** The newest first. */
  page: ComparisonPage;
  role: SavedComparisonsQuery['viewer']['role'];
}

/** A page of the saved comparisons of an experiment, or of all, behind the cursor `after`. */
export async function readComparisons(
  experiment: string | undefined,
  first: number,
  after?: string,
): Promise<ComparisonsShown> {
  const { savedComparisons, viewer } = await api.request(SavedComparisonsDocument, {
    experiment,
    first,
    after,
  });
  return { page: savedComparisons, role: viewer.role };
}
