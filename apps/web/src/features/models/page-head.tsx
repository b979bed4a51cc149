import Link from 'next/link';
import { CopyMenu } from '../copy/copy-menu.tsx';
import type { Question } from '../copy/question.ts';

interface PageHeadProps {
  family: { id: string; name: string };
  asked: Question[];
}

/** Above the title of a page about something in a family: the way back to it, and the page as questions. */
export function PageHead({ family, asked }: PageHeadProps) {
  return (
    <div className="mb-2 flex items-baseline justify-between gap-6">
      <Link href={`/experiments/${family.id}`} className="text-quiet text-sm">
        {family.name}
      </Link>
      <CopyMenu questions={asked} />
    </div>
  );
}
