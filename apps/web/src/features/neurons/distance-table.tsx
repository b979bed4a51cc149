import type { HashDistanceFieldsFragment, NeuronDistanceFieldsFragment } from '@kindred/client';
import { percent } from '../../ui/numbers.ts';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import type { ModelLook } from '../models/family.ts';
import { ModelName } from '../models/model-name.tsx';
import { DistanceScale } from './distance-scale.tsx';
import { signed } from './distance-words.ts';
import { hashes } from './hashes.ts';
import type { NeuronMember } from './read-neuron.ts';

const columns = [...hashes.map(({ letter }) => letter), 'mean %'];

/** How far each model's picture lies from its parent's and from its sibling's. */
export function DistanceTable({
  members,
  looks,
}: {
  members: NeuronMember[];
  looks: Map<string, ModelLook>;
}) {
  return (
    <ScrollSideways label="Distances">
      <table className="text-sm">
        <thead className="text-quiet text-xs">
          <tr>
            <td />
            {['to parent', 'to sibling'].map((relative) => (
              <th
                key={relative}
                scope="colgroup"
                colSpan={columns.length}
                className="pb-1 pl-8 text-left font-normal text-ink"
              >
                {relative}
              </th>
            ))}
          </tr>
          <tr className="border-rule border-b">
            <th scope="col" className="py-1 text-left font-normal">
              model
            </th>
            {['parent', 'sibling'].map((relative) =>
              columns.map((column, index) => (
                <th
                  key={relative + column}
                  scope="col"
                  className={`whitespace-nowrap py-1 text-right font-normal ${index ? 'pl-4' : 'pl-8'}`}
                >
                  {column}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {members.map(({ model, toParent, toSibling }) => (
            <tr key={model.id} className="border-rule border-b last:border-0">
              <th scope="row" className="py-1.5 text-left font-normal">
                <ModelName model={model} look={looks.get(model.id)!} />
              </th>
              <Distance distance={toParent} />
              <Distance distance={toSibling} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollSideways>
  );
}

function Distance({ distance }: { distance: NeuronDistanceFieldsFragment | null }) {
  if (!distance) {
    return (
      <td colSpan={columns.length} className="py-1.5 pl-8 text-quiet">
        –
      </td>
    );
  }
  return (
    <>
      {hashes.map(({ name }, index) => (
        <td key={name} className={`py-1.5 text-right align-top ${index ? 'pl-4' : 'pl-8'}`}>
          <CalibratedBits {...distance[name]} />
        </td>
      ))}
      <td className="py-1.5 pl-4 text-right align-top">{percent(distance.meanShare, 0)}</td>
    </>
  );
}

/** The bits, and where they lie beside the floor and the ceiling. */
function CalibratedBits({ bits, of, calibration }: HashDistanceFieldsFragment) {
  return (
    <div className="flex flex-col items-end" title={`of ${of} bits`}>
      {bits}
      <DistanceScale bits={bits} of={of} calibration={calibration} />
      <span className="text-quiet text-xs">{calibration.z !== null && `z ${signed(calibration.z)}`}</span>
    </div>
  );
}
