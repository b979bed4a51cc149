'use client';

import { RequestVisualizationsDocument } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { RequestButton } from '../refusals/request-button.tsx';

interface RequestMissingProps {
  /** Ids of those that lack a picture. */
  models: string[];
  at: string;
  preset: string;
  seed: number;
}

/** Asks for all pictures of a neuron that there aren't, at once. */
export function RequestMissing({ models, at, preset, seed }: RequestMissingProps) {
  const input = { models, neurons: [at], preset, seed };
  return (
    <RequestButton
      words={`visualize in ${models.length} models`}
      send={() => browserApi.request(RequestVisualizationsDocument, { input })}
    />
  );
}
