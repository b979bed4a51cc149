import type { NeuronMatchFieldsFragment } from '@kindred/client';
import Link from 'next/link';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { neuronAddress } from '../neurons/address.ts';

interface MovedNeuronsProps {
  experiment: string;
  layer: string;
  /** By channel. */
  matches: NeuronMatchFieldsFragment[];
  /** Name of the other model. */
  against: string;
}

/** Who is where now, the surest first. */
export function MovedNeurons({ experiment, layer, matches, against }: MovedNeuronsProps) {
  const moved = matches
    .map((match, channel) => ({ ...match, from: `${layer}:${channel}` }))
    .filter(({ kind }) => kind === 'MOVED')
    .sort((a, b) => b.correlation - a.correlation);
  if (moved.length === 0) return <p className="text-quiet text-sm">No neuron moved to another index.</p>;
  return (
    <ScrollSideways label="Moved neurons">
      <table className="text-sm">
        <thead className="text-quiet text-xs">
          <tr className="border-rule border-b">
            {['neuron', 'moved to', 'r', 'r of the same index'].map((heading, index) => (
              <th
                key={heading}
                scope="col"
                className={`py-1.5 pr-6 font-normal ${index < 2 ? 'text-left' : 'text-right'}`}
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moved.map(({ from, neuron, correlation, ownCorrelation }) => (
            <tr key={from} className="border-rule border-b last:border-0">
              {[from, neuron.ref].map((ref) => (
                <td key={ref} className="py-1.5 pr-6 font-mono">
                  <Link href={neuronAddress(experiment, ref, { against })}>{ref}</Link>
                </td>
              ))}
              <td className="py-1.5 pr-6 text-right">{correlation.toFixed(2)}</td>
              <td className="py-1.5 pr-6 text-right">{ownCorrelation.toFixed(2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollSideways>
  );
}
