import { count, percent } from '../../ui/numbers.ts';
import { ScrollSideways } from '../../ui/scroll-sideways.tsx';
import { displayName, type ModelLook } from '../models/family.ts';
import { layerName } from './layer-name.ts';
import type { MaskedModel, MaskGroup } from './read-masks.ts';
import { SplitBar, type SplitPart } from './split-bar.tsx';

const cell = 'py-1 pl-5 text-right whitespace-nowrap';

/** What one mask, or two side by side, leave of each layer. */
export function LayerTable({ group, looks }: { group: MaskGroup; looks: Map<string, ModelLook> }) {
  const { members, overlap } = group;
  const names = members.map(({ model }) => displayName(model));
  const inherits = members.some(({ inherited }) => inherited);
  const headings = [
    'weights',
    ...names.map((name) => `${name} keeps`),
    ...(overlap ? ['both keep', 'neither'] : []),
    ...names.map((name) => `${name} dead filters`),
    ...(inherits ? names.map((name) => `${name} of the ticket %`) : []),
  ];
  return (
    <ScrollSideways label={`Layers of ${names.join(' and ')}`}>
      <table className="w-max border-collapse text-xs">
        <thead className="text-quiet">
          <tr className="border-rule border-b align-bottom">
            <th scope="col" className="py-1 text-left font-normal">
              layer
            </th>
            <th scope="col" className="py-1 pl-5 text-left font-normal">
              split
            </th>
            {headings.map((heading) => (
              <th key={heading} scope="col" className="max-w-24 py-1 pl-5 text-right font-normal">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members[0]!.mask.tensors.map(({ tensor, weights }, index) => (
            <tr key={tensor} className="border-rule border-b last:border-0">
              <th scope="row" className="whitespace-nowrap py-1 text-left font-normal">
                {layerName(tensor)}
              </th>
              <td className="py-1 pl-5">
                <SplitBar parts={partsOf(group, index, looks)} />
              </td>
              <td className={cell}>{count(weights)}</td>
              {members.map(({ model, mask }) => (
                <td key={model.id} className={cell}>
                  {count(mask.tensors[index]!.kept)}
                </td>
              ))}
              {overlap && <td className={cell}>{count(overlap.tensors[index]!.both)}</td>}
              {overlap && <td className={cell}>{count(overlap.tensors[index]!.neither)}</td>}
              {members.map(({ model, mask }) => (
                <td key={model.id} className={cell}>
                  {count(mask.tensors[index]!.deadFilters)}{' '}
                  <span className="text-quiet">of {count(mask.tensors[index]!.filters)}</span>
                </td>
              ))}
              {inherits &&
                members.map((member) => (
                  <td key={member.model.id} className={cell}>
                    {inheritedOf(member, index)}
                  </td>
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollSideways>
  );
}

function inheritedOf({ inherited }: MaskedModel, index: number) {
  const share = inherited?.tensors[index]?.inherited;
  return share == null ? <span className="text-quiet">–</span> : percent(share, 1);
}

/** Who keeps the weights of a layer. */
function partsOf({ members, overlap }: MaskGroup, index: number, looks: Map<string, ModelLook>): SplitPart[] {
  const [first, second] = members as [MaskedModel, MaskedModel?];
  const color = ({ model }: MaskedModel) => looks.get(model.id)!.color;
  const tensor = overlap?.tensors[index];
  if (!second || !tensor) {
    const { kept, weights } = first.mask.tensors[index]!;
    return [
      { label: 'kept', weights: kept, color: color(first) },
      { label: 'pruned', weights: weights - kept, color: 'var(--color-rule)' },
    ];
  }
  return [
    { label: `kept by ${displayName(first.model)} alone`, weights: tensor.onlyThis, color: color(first) },
    { label: 'by both', weights: tensor.both, color: 'var(--color-ink)' },
    { label: `by ${displayName(second.model)} alone`, weights: tensor.onlyOther, color: color(second) },
    { label: 'by neither', weights: tensor.neither, color: 'var(--color-rule)' },
  ];
}
