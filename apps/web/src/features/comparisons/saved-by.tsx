import { minute } from '../../ui/numbers.ts';
import type { SavedComparison } from './read-comparisons.ts';

export function SavedBy({ saved: { author, mine, createdAt } }: { saved: SavedComparison }) {
  return (
    <>
      saved by {author?.name ?? (mine ? 'you' : 'somebody who is gone')} on{' '}
      <time dateTime={createdAt}>{minute(createdAt)}</time>
    </>
  );
}
