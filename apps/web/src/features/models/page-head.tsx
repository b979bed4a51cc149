import { KindredError } from '@kindred/client';
import Link from 'next/link';
import { readSaving } from '../comparisons/read-comparisons.ts';
import { SaveView } from '../comparisons/save-view.tsx';
import { SavedAs } from '../comparisons/saved-as.tsx';
import { CopyMenu } from '../copy/copy-menu.tsx';
import type { Question } from '../copy/question.ts';

interface PageHeadProps {
  family: { id: string; name: string };
  asked: Question[];
  /** What the address says that this view was saved as. */
  saved: string | string[] | undefined;
}

/** Above the title of a page about something in a family: the way back to it, and the page to be saved, and as questions. */
export async function PageHead({ family, asked, saved: said }: PageHeadProps) {
  const { maySave, saved } = await readSaving(said).catch(withoutSaving);
  return (
    <>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <Link href={`/experiments/${family.id}`} className="text-quiet text-sm">
          {family.name}
        </Link>
        <div className="flex gap-2">
          {maySave && <SaveView />}
          <CopyMenu questions={asked} />
        </div>
      </div>
      {saved && <SavedAs saved={saved} />}
    </>
  );
}

/** What a page shows doesn't hang on it. */
function withoutSaving(error: unknown) {
  if (!(error instanceof KindredError)) throw error;
  return { maySave: false, saved: null };
}
