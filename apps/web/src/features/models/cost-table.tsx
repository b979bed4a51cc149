import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { Measure } from '../evaluations/measure.tsx';
import { type CostPoint, inTera } from './costs.ts';
import { displayName } from './family.ts';

const cell = 'py-1 pr-5 text-right whitespace-nowrap last:pr-0';

/** Accuracy and training of each model and ensemble, in numbers. */
export function CostTable({ points }: { points: CostPoint[] }) {
  return (
    <ScrollSideways label="Accuracy and cost">
      <table className="mt-3 border-collapse text-xs">
        <thead className="text-quiet">
          <tr className="border-rule border-b">
            <th scope="col" className="py-1 pr-5 text-left font-normal">
              model or ensemble
            </th>
            <th scope="col" className={`${cell} font-normal`}>
              TFLOP
            </th>
            <th scope="col" className={`${cell} font-normal`}>
              Acc %
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map(({ name, flops, accuracy }) => (
            <tr key={name} className="border-rule border-b last:border-0">
              <th scope="row" className="py-1 pr-5 text-left font-normal">
                {displayName({ name })}
              </th>
              <td className={cell}>{inTera(flops)}</td>
              <td className={cell}>
                <Measure measurement={accuracy} scale={100} digits={2} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollSideways>
  );
}
