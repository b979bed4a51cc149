import Link from 'next/link';
import { displayName } from '../models/family.ts';
import { neuronAddress } from '../neurons/address.ts';
import { Picture } from '../neurons/picture.tsx';
import { partsOfOne, stripImages } from '../neurons/picture-strip.ts';
import type { ListedExperiment } from './read-experiments.ts';

/** One neuron in the models of a family; nothing while none is asked for. */
export function FamilyStrip({ experiment: { id, strip } }: { experiment: ListedExperiment }) {
  const at = strip[0]?.ref;
  if (at === undefined) return null;
  const parts = partsOfOne(strip.map(({ visualization }) => visualization?.image));
  return (
    <Link href={neuronAddress(id, at)} prefetch={false} className="block w-fit max-w-full">
      <span className="strip flex flex-wrap gap-1" style={stripImages(parts, 64, 128)}>
        {strip.map(({ id: neuron, model, visualization }, index) => (
          <Picture
            key={neuron}
            visualization={visualization}
            part={parts[index]}
            alt={`${at} of ${displayName(model)}`}
            className="size-16 min-[1800px]:size-32"
            sizes="(min-width: 1800px) 8rem, 4rem"
          />
        ))}
      </span>
      <span className="mt-1 block font-mono text-[11px] text-quiet">{at}</span>
    </Link>
  );
}
