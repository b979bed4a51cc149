import Link from 'next/link';

export function NothingMatches() {
  return (
    <div className="max-w-prose space-y-4 border-rule border-t py-6 text-quiet">
      <p className="text-ink">No experiment is like that.</p>
      <p>
        Leave something out, or{' '}
        <Link href="/" className="text-ink underline underline-offset-4">
          show all of them
        </Link>
        .
      </p>
    </div>
  );
}
