import Link from 'next/link';

interface OlderPagesProps {
  /** The cursor that what is shown stands behind; none on the first page. */
  after: string | undefined;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  /** The address of the list with these parameters. */
  addressOf: (said: Record<string, string>) => string;
}

/** Ways through a list that begins with the newest; nothing where one page is all. */
export function OlderPages({ after, pageInfo: { hasNextPage, endCursor }, addressOf }: OlderPagesProps) {
  if (!after && !hasNextPage) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex gap-6 border-rule border-t pt-4 text-sm">
      {after && <Link href={addressOf({})}>← newest</Link>}
      {hasNextPage && <Link href={addressOf({ after: endCursor! })}>older →</Link>}
    </nav>
  );
}
