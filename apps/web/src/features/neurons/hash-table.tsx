import { percent } from '../../ui/numbers.ts';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { displayName, type ModelLook } from '../models/family.ts';
import { ModelName } from '../models/model-name.tsx';
import { HashMap } from './hash-map.tsx';
import { bitsOf, hashes } from './hashes.ts';
import type { NeuronMember } from './read-neuron.ts';

interface HashTableProps {
  members: NeuronMember[];
  looks: Map<string, ModelLook>;
}

/** The five hashes of every model's picture, beside those of the model it is compared with. */
export function HashTable({ members, looks }: HashTableProps) {
  const byId = new Map(members.map((member) => [member.model.id, member]));
  return (
    <ScrollSideways label="Hash maps">
      <table className="text-xs">
        <thead className="text-quiet">
          <tr>
            <th scope="col" className="pr-6 pb-2 text-left font-normal">
              model
            </th>
            {hashes.map(({ name }) => (
              <th key={name} scope="col" className="pr-6 pb-2 text-left font-normal">
                {name}
              </th>
            ))}
            <th scope="col" className="pb-2 text-left font-normal">
              mean share
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <HashRow
              key={member.model.id}
              member={member}
              reference={byId.get(member.reference?.id ?? '')}
              look={looks.get(member.model.id)!}
            />
          ))}
        </tbody>
      </table>
    </ScrollSideways>
  );
}

interface HashRowProps {
  member: NeuronMember;
  reference: NeuronMember | undefined;
  look: ModelLook;
}

function HashRow({ member: { model, visualization, toReference }, reference, look }: HashRowProps) {
  const own = visualization?.hashes;
  const other = reference?.visualization?.hashes;
  return (
    <tr className="align-top">
      <th scope="row" className="pr-6 pb-5 text-left font-normal">
        <ModelName model={model} look={look} />
        {reference && <div className="mt-1 text-quiet">against {displayName(reference.model)}</div>}
      </th>
      {hashes.map(({ name, columns, rows }) => (
        <td key={name} className="pr-6 pb-5">
          {own ? (
            <HashMap
              bits={bitsOf(own[name])}
              reference={other ? bitsOf(other[name]) : null}
              columns={columns}
              rows={rows}
              label={`${name} hash of ${displayName(model)}: ${own[name].hex}`}
            />
          ) : (
            <span className="text-quiet">–</span>
          )}
          {toReference && (
            <div className="mt-1">
              {toReference[name].bits} <span className="text-quiet">of {toReference[name].of}</span>
            </div>
          )}
        </td>
      ))}
      <td className="pb-5">
        {toReference ? `${percent(toReference.meanShare, 0)} %` : <span className="text-quiet">–</span>}
      </td>
    </tr>
  );
}
