'use client';

import { useRequest } from './use-request.ts';

/** A button that asks something of the API, and says what was refused. */
export function RequestButton({ words, send }: { words: string; send: () => Promise<unknown> }) {
  const { request, pending, refusal } = useRequest(send);
  return (
    <div className="text-xs">
      <button
        type="button"
        onClick={() => request()}
        disabled={pending}
        className="border border-ink px-3 py-1 text-sm hover:bg-ink hover:text-paper disabled:opacity-50"
      >
        {pending ? 'asking…' : words}
      </button>
      {refusal && (
        <p role="alert" className="mt-2 max-w-prose text-accent">
          {refusal}
        </p>
      )}
    </div>
  );
}
