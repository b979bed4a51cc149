import { FamilyPicturesDocument, type FamilyPicturesQuery } from '@kindred/client';
import Link from 'next/link';
import { api } from '../../api.ts';
import { displayName } from '../models/family.ts';
import { neuronAddress } from '../neurons/address.ts';
import { Picture } from '../neurons/picture.tsx';

type StripModel = NonNullable<FamilyPicturesQuery['experiment']>['models']['nodes'][number];

export interface Strip {
  at: string;
  models: StripModel[];
}

/** One neuron from the middle of the network in each model of a family; null while none is asked for. */
export async function readStrip(experiment: string, neurons: string[]): Promise<Strip | null> {
  const at = neurons[Math.floor(neurons.length / 2)];
  if (at === undefined) return null;
  const answer = await api.request(FamilyPicturesDocument, { experiment, at, first: 9 });
  return { at, models: answer.experiment?.models.nodes ?? [] };
}

export function FamilyStrip({ experiment, strip: { at, models } }: { experiment: string; strip: Strip }) {
  return (
    <Link href={neuronAddress(experiment, at)} prefetch={false} className="block w-fit max-w-full">
      <span className="flex flex-wrap gap-1">
        {models.map((model) => (
          <Picture
            key={model.id}
            visualization={model.neuron.visualization}
            alt={`${at} of ${displayName(model)}`}
            className="size-16 min-[1800px]:size-32"
          />
        ))}
      </span>
      <span className="mt-1 block font-mono text-[11px] text-quiet">{at}</span>
    </Link>
  );
}
