'use client';

import { KindredError, RequestTopImagesDocument } from '@kindred/client';
import { useState } from 'react';
import { browserApi } from '../../browser-api.ts';
import { FollowExperiment } from '../experiments/follow-experiment.tsx';
import { RequestButton } from '../refusals/request-button.tsx';

/** Asks for the images of a layer in every model that lacks them, and waits for them. */
export function RequestTopImages({ experiment, layer }: { experiment: string; layer: string }) {
  const [asked, setAsked] = useState(false);
  async function send() {
    const { requestTopImages } = await browserApi.request(RequestTopImagesDocument, {
      input: { experiment, layer },
    });
    if (!requestTopImages.job)
      throw new KindredError(
        'CONFLICT',
        'The models that have none yet are not trained: ask again when they are.',
      );
    setAsked(true);
  }
  return (
    <div data-not-in-site className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-xs">
      {asked ? (
        <>
          <FollowExperiment id={experiment} />
          being looked for…
        </>
      ) : (
        <>
          <RequestButton words={`find the top images of ${layer}`} send={send} />
          <span className="text-quiet">looks through all test images, in every model</span>
        </>
      )}
    </div>
  );
}
