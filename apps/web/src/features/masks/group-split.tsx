import type { MaskOverlapFieldsFragment } from '@kindred/client';
import { count, percent } from '../../ui/numbers.ts';
import { displayName, type ModelLook } from '../models/family.ts';
import { ModelMark } from '../models/model-mark.tsx';
import { LayerTable } from './layer-table.tsx';
import type { MaskGroup } from './read-masks.ts';

/** How masks share the weights: in a sentence, and when it is opened layer by layer. */
export function GroupSplit({ group, looks }: { group: MaskGroup; looks: Map<string, ModelLook> }) {
  const { members, overlap } = group;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer hover:text-accent">
        <span className="inline-flex gap-1 px-1.5 align-[-1px]">
          {members.map(({ model }) => (
            <ModelMark key={model.id} look={looks.get(model.id)!} />
          ))}
        </span>
        {members.map(({ model }) => displayName(model)).join(' and ')}{' '}
        <span className="text-quiet">{overlap ? inWords(overlap) : 'layer by layer'}</span>
      </summary>
      <div className="mt-3 mb-6">
        <LayerTable group={group} looks={looks} />
      </div>
    </details>
  );
}

function inWords({ weights, both, neither, distance, complements }: MaskOverlapFieldsFragment): string {
  const apart = `distance ${distance.toFixed(1)}`;
  if (complements)
    return `are complements: each of ${count(weights)} weights is kept by exactly one of them; ${apart}`;
  return (
    `share ${count(both)} of ${count(weights)} weights (${percent(both / weights, 1)} %), ` +
    `neither keeps ${count(neither)} (${percent(neither / weights, 1)} %); ${apart}`
  );
}
