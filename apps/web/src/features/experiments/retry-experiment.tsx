'use client';

import { RetryExperimentDocument } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { RequestButton } from '../refusals/request-button.tsx';

/** Queues again what failed or was cancelled. */
export function RetryExperiment({ id }: { id: string }) {
  return (
    <RequestButton words="go on with it" send={() => browserApi.request(RetryExperimentDocument, { id })} />
  );
}
