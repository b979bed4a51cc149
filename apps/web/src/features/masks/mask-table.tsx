import { count, percent } from '../../ui/numbers.ts';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import type { ModelLook } from '../models/family.ts';
import { ModelName } from '../models/model-name.tsx';
import type { MaskedModel } from './read-masks.ts';

const cell = 'py-1.5 pr-5 text-right whitespace-nowrap last:pr-0';

/** What every mask of a family leaves in all. */
export function MaskTable({ members, looks }: { members: MaskedModel[]; looks: Map<string, ModelLook> }) {
  const inherits = members.some(({ inherited }) => inherited);
  const headings = ['weights kept', 'kept %', 'dead filters', ...(inherits ? ['of the ticket %'] : [])];
  return (
    <ScrollSideways label="Masks">
      <table className="border-collapse text-sm">
        <thead className="text-quiet text-xs">
          <tr className="border-rule border-b">
            <th scope="col" className="py-1.5 pr-5 text-left font-normal">
              model
            </th>
            {headings.map((heading) => (
              <th key={heading} scope="col" className={`${cell} font-normal`}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map(({ model, mask, inherited }) => (
            <tr key={model.id} className="border-rule border-b last:border-0">
              <th scope="row" className="py-1.5 pr-5 text-left font-normal">
                <ModelName model={model} look={looks.get(model.id)!} />
              </th>
              <td className={cell}>
                {count(mask.kept)} <span className="text-quiet text-xs">of {count(mask.weights)}</span>
              </td>
              <td className={cell}>{percent(mask.kept / mask.weights, 1)}</td>
              <td className={cell}>
                {count(mask.deadFilters)} <span className="text-quiet text-xs">of {count(mask.filters)}</span>
              </td>
              {inherits && <td className={cell}>{shareOf(inherited?.inherited)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollSideways>
  );
}

function shareOf(share: number | null | undefined) {
  return share == null ? <span className="text-quiet">–</span> : percent(share, 1);
}
