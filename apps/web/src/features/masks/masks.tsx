'use client';

import { familyLooks } from '../models/family.ts';
import { CollapseWarnings } from './collapse-warnings.tsx';
import { GroupSplit } from './group-split.tsx';
import { MaskTable } from './mask-table.tsx';
import { MaskWords } from './mask-words.tsx';
import type { FamilyMasks } from './read-masks.ts';

/** What each mask of a family leaves, how two of them share the weights, and what they have of the ticket. */
export function Masks({ masks: { members, groups } }: { masks: FamilyMasks }) {
  const looks = familyLooks(members.map(({ model }) => model));
  return (
    <>
      <CollapseWarnings members={members} />
      <div className="flex flex-wrap items-start gap-x-16 gap-y-6">
        <div className="min-w-0">
          <MaskTable members={members} looks={looks} />
        </div>
        <div className="min-w-0 flex-1 basis-96 space-y-2">
          {groups.map((group) => (
            <GroupSplit key={group.members.map(({ model }) => model.id).join()} group={group} looks={looks} />
          ))}
        </div>
      </div>
      <MaskWords />
    </>
  );
}
