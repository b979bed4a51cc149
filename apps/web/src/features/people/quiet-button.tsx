'use client';

import { useRequest } from '../refusals/use-request.ts';
import { PlainButton } from './plain-button.tsx';

/** Takes something away, after asking. */
export function QuietButton({
  words,
  label,
  sure,
  send,
}: {
  words: string;
  label?: string;
  sure: string;
  send: () => Promise<unknown>;
}) {
  const { request, pending, refusal } = useRequest(send);
  return (
    <>
      <PlainButton label={label} disabled={pending} onClick={() => confirm(sure) && request()}>
        {pending ? 'asking…' : words}
      </PlainButton>
      {refusal && (
        <span role="alert" className="ml-2 text-accent">
          {refusal}
        </span>
      )}
    </>
  );
}
