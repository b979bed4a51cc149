'use client';

import { RequestMatchesDocument } from '@kindred/client';
import { useState } from 'react';
import { browserApi } from '../../browser-api.ts';
import { FollowExperiment } from '../experiments/follow-experiment.tsx';
import { useRequest } from '../refusals/use-request.ts';

interface RequestMatchesProps {
  experiment: string;
  layer: string;
  /** Ids of models. */
  pairs: [model: string, other: string][];
}

/** Asks for the matches of a layer that aren't there yet, and waits for them. */
export function RequestMatches({ experiment, layer, pairs }: RequestMatchesProps) {
  const [asked, setAsked] = useState(false);
  const { request, pending, refusal } = useRequest(async () => {
    await Promise.all(
      pairs.map(([model, other]) =>
        browserApi.request(RequestMatchesDocument, { input: { model, other, layers: [layer] } }),
      ),
    );
    setAsked(true);
  });
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      {asked && <FollowExperiment id={experiment} />}
      <button
        type="button"
        onClick={request}
        disabled={pending || asked}
        className="border border-ink px-3 py-1 hover:bg-ink hover:text-paper disabled:opacity-50"
      >
        {asked ? 'being matched…' : `match ${layer}`}
      </button>
      <span className="text-quiet text-xs">correlates the layer’s neurons on test images</span>
      {refusal && (
        <p role="alert" className="text-accent">
          {refusal}
        </p>
      )}
    </div>
  );
}
