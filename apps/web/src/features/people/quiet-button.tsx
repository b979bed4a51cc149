'use client';

import { PlainButton } from '../../ui/plain-button.tsx';
import { Refusal } from '../refusals/refusal.tsx';
import { useRequest } from '../refusals/use-request.ts';

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
      <Refusal className="ml-2">{refusal}</Refusal>
    </>
  );
}
