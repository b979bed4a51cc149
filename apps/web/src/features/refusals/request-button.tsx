'use client';

import { AskButton } from './ask-button.tsx';
import { Refusal } from './refusal.tsx';
import { useRequest } from './use-request.ts';

/** A button that asks something of the API that is for editors, and says what was refused. */
export function RequestButton({ words, send }: { words: string; send: () => Promise<unknown> }) {
  const { request, pending, refusal } = useRequest(send);
  return (
    <div className="text-xs" data-for-editors>
      <AskButton words={words} pending={pending} onClick={() => request()} />
      <Refusal className="mt-2 block max-w-prose">{refusal}</Refusal>
    </div>
  );
}
