'use client';

import { RequestVisualizationsDocument } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { displayName } from '../models/family.ts';
import { AskButton } from '../refusals/ask-button.tsx';
import { Refusal } from '../refusals/refusal.tsx';
import { useRequest } from '../refusals/use-request.ts';

interface RequestPictureProps {
  model: { id: string; name: string };
  at: string;
  preset: string;
  seed: number;
}

/** An empty cell that asks for the picture it lacks. */
export function RequestPicture({ model, at, preset, seed }: RequestPictureProps) {
  const input = { models: [model.id], neurons: [at], preset, seed };
  const { request, pending, refusal } = useRequest(() =>
    browserApi.request(RequestVisualizationsDocument, { input }),
  );
  return (
    <div className="flex aspect-square w-full flex-col items-center justify-center gap-3 border border-rule p-3 text-center">
      <span data-for-editors>
        <AskButton
          words="visualize"
          label={`Visualize ${at} of ${displayName(model)}`}
          pending={pending}
          onClick={() => request()}
        />
      </span>
      <span className="text-quiet">
        none yet by {preset}, seed {seed}
      </span>
      <Refusal>{refusal}</Refusal>
    </div>
  );
}
