import type { NeuronDistanceFieldsFragment } from '@kindred/client';
import { percent } from '../../ui/numbers.ts';
import { DistanceScale } from './distance-scale.tsx';
import { signed } from './distance-words.ts';
import { hashes } from './hashes.ts';

/** The mean share of unequal bits, and below it the bits of each hash and where they lie. */
export function DistanceCell({ distance }: { distance: NeuronDistanceFieldsFragment | null }) {
  if (!distance) return <span className="text-quiet">–</span>;
  return (
    <div className="whitespace-nowrap">
      <div className="text-sm">{percent(distance.meanShare, 0)} %</div>
      <dl className="mt-1 grid grid-cols-[auto_auto_auto_auto] items-center justify-start gap-x-2 text-quiet">
        {hashes.map(({ name, letter }) => {
          const { bits, of, calibration } = distance[name];
          return (
            <div key={name} className="contents">
              <dt>{letter}</dt>
              <dd className="text-right">{bits}</dd>
              <dd>
                <DistanceScale bits={bits} of={of} calibration={calibration} />
              </dd>
              <dd>{calibration.z !== null && `z ${signed(calibration.z)}`}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
