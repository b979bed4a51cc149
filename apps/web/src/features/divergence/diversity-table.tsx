import type { HashDiversityTestFieldsFragment } from '@kindred/client';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { hashes } from '../neurons/hashes.ts';
import type { Comparison } from './read-diversity.ts';

/** How much farther siblings are apart than other pairs of the family, hash by hash, with what chance alone makes of it. */
export function DiversityTable({ comparisons }: { comparisons: Comparison[] }) {
  const definition = comparisons.find(({ test }) => test.average)?.test.average?.definition;
  return (
    <ScrollSideways label="Diversity">
      <table className="border-collapse text-sm">
        <caption className="max-w-3xl caption-bottom pt-3 text-left text-quiet text-xs">
          Bits that siblings are farther apart, with the interval, and p, one-sided and not corrected for
          testing five hashes.{definition && ` Test: ${definition}.`}
        </caption>
        <thead className="text-quiet text-xs">
          <tr className="border-rule border-b">
            <th scope="col" className="py-1.5 pr-5 text-left font-normal">
              siblings against
            </th>
            {hashes.map(({ name, letter }) => (
              <th key={name} scope="col" className="py-1.5 pr-5 text-left font-normal">
                {letter}
              </th>
            ))}
            <th scope="col" className="py-1.5 text-right font-normal">
              neurons
            </th>
          </tr>
        </thead>
        <tbody>
          {comparisons.map(({ others, test }) => (
            <tr key={others} className="border-rule border-b last:border-0">
              <th scope="row" className="whitespace-nowrap py-1.5 pr-5 text-left align-top font-normal">
                {others}
              </th>
              {test.missing.length > 0 ? (
                <td colSpan={hashes.length} className="py-1.5 pr-5 text-quiet">
                  {test.missing.join('; ')}
                </td>
              ) : (
                hashes.map(({ name }) => (
                  <td key={name} className="py-1.5 pr-5 align-top">
                    <Effect test={test[name]} />
                  </td>
                ))
              )}
              <td className="py-1.5 text-right align-top">{test.neurons}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollSideways>
  );
}

function Effect({ test }: { test: HashDiversityTestFieldsFragment | null }) {
  if (!test) return <span className="text-quiet">–</span>;
  const { value, low, high } = test.effect;
  return (
    <span className="whitespace-nowrap" title={test.effect.definition}>
      {bits(value)}
      <span className="block text-quiet text-xs">
        {low != null && high != null && `${bits(low)} to ${bits(high)}`}
        <br />p {test.p < 0.001 ? '< 0.001' : test.p.toFixed(3)}
      </span>
    </span>
  );
}

/** `+9.6`, `−0.4` */
function bits(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return value < 0 ? `−${text}` : `+${text}`;
}
