import { env } from '../../env.ts';
import { MentionList } from '../../features/notes/mention-list.tsx';
import { readMentions } from '../../features/notes/read-notes.ts';
import { OneOwner } from '../../features/people/one-owner.tsx';
import { orRefusal } from '../../features/refusals/or-refusal.tsx';
import { plural } from '../../ui/numbers.ts';
import { OlderPages } from '../../ui/older-pages.tsx';

interface MentionsPageProps {
  /** The cursor that those shown stand behind. */
  searchParams: Promise<{ after?: string }>;
}

/** Notes of the workspace that mention who looks. */
export default async function MentionsPage({ searchParams }: MentionsPageProps) {
  if (env.alone) return <OneOwner />;
  const { after } = await searchParams;
  return orRefusal(async () => {
    const { nodes, totalCount, pageInfo } = await readMentions(after);
    return (
      <>
        <title>Mentions · Kindred</title>
        <header className="mb-6 border-rule border-t pt-6">
          <h1 className="font-semibold text-2xl tracking-tight">Mentions</h1>
          {totalCount > 0 && (
            <p className="mt-2 text-quiet text-sm">{plural(totalCount, 'note')}, the newest first</p>
          )}
        </header>
        {totalCount === 0 ? (
          <p className="max-w-prose text-quiet text-sm">
            None yet. A note with @ and your whole name, or your email address, is found here.
          </p>
        ) : (
          <MentionList notes={nodes} />
        )}
        <OlderPages
          after={after}
          pageInfo={pageInfo}
          addressOf={(said) => `/mentions?${new URLSearchParams(said)}`}
        />
      </>
    );
  });
}
