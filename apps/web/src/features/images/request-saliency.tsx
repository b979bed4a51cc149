'use client';

import { RequestSaliencyDocument, type RequestSaliencyInput } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { RequestButton } from './request-button.tsx';

/** Asks for the maps that are missing or failed. */
export function RequestSaliency({ input, words }: { input: RequestSaliencyInput; words: string }) {
  return <RequestButton words={words} send={() => browserApi.request(RequestSaliencyDocument, { input })} />;
}
