import Link from 'next/link';
import { displayName } from '../models/family.ts';
import { neuronAddress } from './address.ts';
import { Picture } from './picture.tsx';
import type { SimilarNeuron } from './read-similar.ts';

/** The pictures nearest to the parent's; each leads to its neuron's own page. */
export function SimilarNeurons({ similar }: { similar: SimilarNeuron[] | null }) {
  if (!similar) return <Empty>The parent has no picture here, or its neuron stayed silent.</Empty>;
  if (similar.length === 0) return <Empty>There is no other picture of the same preset and seed yet.</Empty>;
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-x-3 gap-y-5">
      {similar.map(({ bits, of, neuron: { ref, model }, visualization }) => (
        <li key={visualization.id} className="max-w-48 text-xs">
          <Link href={neuronAddress(model.experiment.id, ref)} prefetch={false} className="block">
            <Picture
              visualization={visualization}
              alt={`${ref} of ${displayName(model)}, ${bits} bits away`}
              className="w-full"
              sizes="12rem"
            />
            <span className="mt-1.5 block truncate font-mono" title={ref}>
              {ref}
            </span>
          </Link>
          <p className="truncate text-quiet" title={model.experiment.name}>
            <Link href={`/experiments/${model.experiment.id}`} prefetch={false}>
              {displayName(model)} · {model.experiment.name}
            </Link>
          </p>
          <p>
            {bits} <span className="text-quiet">of {of} bits</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function Empty({ children }: { children: string }) {
  return <p className="text-quiet text-sm">{children}</p>;
}
