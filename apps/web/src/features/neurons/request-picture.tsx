'use client';

import { RequestVisualizationsDocument } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { displayName } from '../models/family.ts';
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
      <button
        type="button"
        onClick={() => request()}
        disabled={pending}
        aria-label={`Visualize ${at} of ${displayName(model)}`}
        className="border border-ink px-3 py-1 text-sm hover:bg-ink hover:text-paper disabled:opacity-50"
      >
        {pending ? 'asking…' : 'visualize'}
      </button>
      <span className="text-quiet">
        {preset}, seed {seed}
      </span>
      {refusal && (
        <p role="alert" className="text-accent">
          {refusal}
        </p>
      )}
    </div>
  );
}
