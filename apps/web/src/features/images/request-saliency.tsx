'use client';

import { RequestSaliencyDocument, type RequestSaliencyInput } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { RequestButton } from '../refusals/request-button.tsx';

/** Asks for the maps that are missing or failed. */
export function RequestSaliency({ input, words }: { input: RequestSaliencyInput; words: string }) {
  return (
    <div className="mb-5">
      <RequestButton words={words} send={() => browserApi.request(RequestSaliencyDocument, { input })} />
    </div>
  );
}
