'use client';

import { CancelExperimentDocument } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { RequestButton } from '../refusals/request-button.tsx';

/** Stops what is left of an experiment. */
export function CancelExperiment({ id }: { id: string }) {
  return <RequestButton words="cancel" send={() => browserApi.request(CancelExperimentDocument, { id })} />;
}
