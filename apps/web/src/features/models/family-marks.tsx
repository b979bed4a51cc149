import type { ModelIdentityFragment } from '@kindred/client';
import { familyLooks } from './family.ts';
import { familyWords } from './family-words.ts';
import { ModelMark } from './model-mark.tsx';

/** A row of them stays shorter than a line. */
const mostMarks = 16;

/** Who a family consists of: a mark for each of the first, and all in words. */
export function FamilyMarks({ models, total }: { models: ModelIdentityFragment[]; total: number }) {
  const looks = familyLooks(models);
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
      <span className="inline-flex gap-0.5" aria-hidden="true">
        {models.slice(0, mostMarks).map(({ id }) => (
          <ModelMark key={id} look={looks.get(id)!} />
        ))}
        {total > mostMarks && <span className="text-quiet">…</span>}
      </span>
      <span className="text-quiet">
        family of {total}: {familyWords(models)}
        {total > models.length && ', …'}
      </span>
    </p>
  );
}
