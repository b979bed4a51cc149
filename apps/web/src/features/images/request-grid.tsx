'use client';

import { RequestGridDocument, type RequestGridInput } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { RequestButton } from '../refusals/request-button.tsx';

/** Asks for the grids that are missing or failed. */
export function RequestGrid({ input, words }: { input: RequestGridInput; words: string }) {
  return (
    <div className="mb-5">
      <RequestButton words={words} send={() => browserApi.request(RequestGridDocument, { input })} />
    </div>
  );
}
