import type { NeuronDistanceFieldsFragment } from '@kindred/client';
import { percent } from '../../ui/numbers.ts';
import { hashes } from './hashes.ts';

/** The mean share of unequal bits, and below it the bits of each hash. */
export function DistanceCell({ distance }: { distance: NeuronDistanceFieldsFragment | null }) {
  if (!distance) return <span className="text-quiet">–</span>;
  return (
    <div className="whitespace-nowrap">
      <div className="text-sm">{percent(distance.meanShare, 0)} %</div>
      <dl className="mt-1 grid grid-cols-[auto_auto] justify-start gap-x-2 text-quiet">
        {hashes.map(({ name, letter }) => (
          <div key={name} className="contents">
            <dt>{letter}</dt>
            <dd className="text-right">{distance[name].bits}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
