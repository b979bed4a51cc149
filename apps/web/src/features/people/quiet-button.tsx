'use client';

import { useRequest } from '../refusals/use-request.ts';

/** Takes something away, after asking. */
export function QuietButton({
  words,
  label,
  sure,
  send,
}: {
  words: string;
  label: string;
  sure: string;
  send: () => Promise<unknown>;
}) {
  const { request, pending, refusal } = useRequest(send);
  return (
    <>
      <button
        type="button"
        aria-label={label}
        disabled={pending}
        onClick={() => confirm(sure) && request()}
        className="cursor-pointer text-quiet underline decoration-dotted hover:text-accent disabled:opacity-50"
      >
        {pending ? 'asking…' : words}
      </button>
      {refusal && (
        <span role="alert" className="ml-2 text-accent">
          {refusal}
        </span>
      )}
    </>
  );
}
