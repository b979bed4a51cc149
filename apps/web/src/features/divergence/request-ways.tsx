'use client';

import { RequestVisualizationsDocument } from '@kindred/client';
import { useState } from 'react';
import { browserApi } from '../../browser-api.ts';
import { plural } from '../../ui/numbers.ts';
import { FollowExperiment } from '../experiments/follow-experiment.tsx';
import { RequestButton } from '../refusals/request-button.tsx';

interface RequestWaysProps {
  experiment: string;
  /** Ids of the checkpoints that lack pictures. */
  models: string[];
  neurons: string[];
  preset: string;
  seed: number;
}

/** Asks for the pictures that checkpoints lack, and waits for them. */
export function RequestWays({ experiment, ...input }: RequestWaysProps) {
  const [asked, setAsked] = useState(false);
  async function send() {
    await browserApi.request(RequestVisualizationsDocument, { input });
    setAsked(true);
  }
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-xs">
      {asked ? (
        <>
          <FollowExperiment id={experiment} />
          being pictured…
        </>
      ) : (
        <>
          <RequestButton words="picture the way" send={send} />
          <span className="text-quiet">
            not there yet: {plural(input.models.length * input.neurons.length, 'picture')},{' '}
            {plural(input.neurons.length, 'neuron')} at {plural(input.models.length, 'checkpoint')},{' '}
            {input.preset}, seed {input.seed}
          </span>
        </>
      )}
    </div>
  );
}
