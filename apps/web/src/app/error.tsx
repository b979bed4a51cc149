'use client';

import { Notice } from '../ui/notice.tsx';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Notice title="This page failed">
      <p>
        The dashboard’s log says why
        {error.digest && (
          <>
            , under <code className="font-mono text-sm">{error.digest}</code>
          </>
        )}
        .
      </p>
      <button type="button" onClick={reset} className="border border-ink px-3 py-1 text-ink text-sm">
        Try again
      </button>
    </Notice>
  );
}
