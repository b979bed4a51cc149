import type { NeuronDistanceFieldsFragment } from '@kindred/client';
import { percent, plural } from '../../ui/numbers.ts';
import { hashes, meanBits, meanShare } from './hashes.ts';
import type { Atlas } from './read-atlas.ts';

/** The mean over all neurons of each pair's distances, as the last row of the sheet. */
export function AtlasMeans({ atlas: { models, pairs, layers } }: { atlas: Atlas }) {
  if (pairs.length === 0) return null;
  const rows = layers.flatMap((layer) => layer.rows);
  return (
    <tfoot>
      <tr>
        <th
          scope="row"
          colSpan={models.length + 1}
          className="border-ink border-t py-3 text-left align-top font-normal"
        >
          Mean over neurons, ± standard deviation
        </th>
        {pairs.map(({ title }, index) => (
          <td key={title} className="border-ink border-t py-3 pl-4 align-top">
            <MeanCell distances={rows.flatMap((row) => row.distances[index] ?? [])} />
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

function MeanCell({ distances }: { distances: NeuronDistanceFieldsFragment[] }) {
  const share = meanShare(distances);
  if (!share) return <span className="text-quiet">–</span>;
  return (
    <div className="whitespace-nowrap">
      <div className="text-sm">
        {percent(share.mean, 0)} % <span className="text-quiet text-xs">±{percent(share.deviation, 0)}</span>
      </div>
      <dl className="mt-1 grid grid-cols-[auto_auto] justify-start gap-x-2 text-quiet">
        {hashes.map(({ name, letter }) => (
          <div key={name} className="contents">
            <dt>{letter}</dt>
            <dd className="text-right">{meanBits(distances, name).toFixed(1)}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-1 text-quiet">{plural(distances.length, 'neuron')}</div>
    </div>
  );
}
