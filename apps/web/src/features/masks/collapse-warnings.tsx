import { displayName } from '../models/family.ts';
import { layerName } from './layer-name.ts';
import type { MaskedModel } from './read-masks.ts';

/** Which layers a mask leaves nothing of. */
export function CollapseWarnings({ members }: { members: MaskedModel[] }) {
  return members
    .filter(({ mask }) => mask.collapsed.length > 0)
    .map(({ model, mask }) => (
      <p key={model.id} className="wrap-anywhere mb-4 max-w-prose border-accent border-l-2 pl-3 text-sm">
        {displayName(model)}: nothing is left of {mask.collapsed.map(layerName).join(', ')}. No signal passes
        there, only beside it on a shortcut.
      </p>
    ));
}
