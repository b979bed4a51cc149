'use client';

import type { WorkspaceQuery } from '@kindred/client';
import { PlainButton } from '../../ui/plain-button.tsx';
import { showWorkspace } from './show-workspace.ts';

type Workspace = WorkspaceQuery['viewer']['workspaces'][number]['workspace'];

/** What else one belongs to; a click looks at it. */
export function OtherWorkspaces({ workspaces }: { workspaces: Workspace[] }) {
  if (workspaces.length === 0) return null;
  return (
    <p className="text-sm">
      <span className="text-quiet">You also belong to</span>{' '}
      {workspaces.map(({ id, name }, place) => (
        <span key={id}>
          {place > 0 && ', '}
          <PlainButton label={`Look at ${name}`} onClick={() => showWorkspace(id)}>
            {name}
          </PlainButton>
        </span>
      ))}
    </p>
  );
}
