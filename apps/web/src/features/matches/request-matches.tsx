'use client';

import { RequestMatchesDocument } from '@kindred/client';
import { useState } from 'react';
import { browserApi } from '../../browser-api.ts';
import { plural } from '../../ui/numbers.ts';
import { FollowExperiment } from '../experiments/follow-experiment.tsx';
import { RequestButton } from '../refusals/request-button.tsx';

interface RequestMatchesProps {
  experiment: string;
  layer: string;
  /** Ids of models. */
  pairs: [model: string, other: string][];
}

/** Asks for the matches of a layer that aren't there yet, and waits for them. */
export function RequestMatches({ experiment, layer, pairs }: RequestMatchesProps) {
  const [asked, setAsked] = useState(false);
  async function send() {
    await Promise.all(
      pairs.map(([model, other]) =>
        browserApi.request(RequestMatchesDocument, { input: { model, other, layers: [layer] } }),
      ),
    );
    setAsked(true);
  }
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-xs">
      {asked ? (
        <>
          <FollowExperiment id={experiment} />
          being matched…
        </>
      ) : (
        <>
          <RequestButton words={`match ${layer}`} send={send} />
          <span className="text-quiet">
            {plural(pairs.length, 'pair')} not matched yet
            <span data-for-editors>: this correlates the layer’s neurons on test images</span>
          </span>
        </>
      )}
    </div>
  );
}
