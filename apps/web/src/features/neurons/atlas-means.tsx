import type { MeanHashDistanceFieldsFragment } from '@kindred/client';
import { DistanceScale } from './distance-scale.tsx';
import { signed } from './distance-words.ts';
import { hashes } from './hashes.ts';
import type { Atlas, PairDistance } from './read-atlas.ts';

/** The mean over all neurons of each pair's distances, as the last row of the sheet. */
export function AtlasMeans({ atlas: { models, pairs, means } }: { atlas: Atlas }) {
  if (pairs.length === 0) return null;
  return (
    <tfoot>
      <tr>
        <th
          scope="row"
          colSpan={models.length + 1}
          className="border-ink border-t py-3 text-left align-top font-normal"
        >
          Mean bits over neurons, ± half the interval
        </th>
        {pairs.map(({ title }, index) => (
          <td key={title} className="border-ink border-t py-3 pl-4 align-top">
            <MeanCell distance={means[index] ?? null} />
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

function MeanCell({ distance }: { distance: PairDistance | null }) {
  if (!distance) return <span className="text-quiet">–</span>;
  return (
    <div className="whitespace-nowrap">
      <dl className="grid grid-cols-[auto_auto_auto_auto] items-center justify-start gap-x-2 text-quiet">
        {hashes.map(({ name, letter }) => (
          <MeanOf key={name} letter={letter} distance={distance[name]} />
        ))}
      </dl>
      <div className="mt-1 text-quiet">
        {distance.preset}, seed {distance.seed}
      </div>
    </div>
  );
}

function MeanOf({ letter, distance }: { letter: string; distance: MeanHashDistanceFieldsFragment }) {
  const { mean, of, calibration } = distance;
  return (
    <>
      <dt>{letter}</dt>
      <dd className="text-right" title={mean.definition}>
        {mean.value.toFixed(1)}
        {mean.low != null && mean.high != null && ` ±${((mean.high - mean.low) / 2).toFixed(1)}`}
      </dd>
      <dd>
        <DistanceScale bits={mean.value} of={of} calibration={calibration} />
      </dd>
      <dd>{calibration.z !== null && `z ${signed(calibration.z)}`}</dd>
    </>
  );
}
