'use client';

import { RemoveNoteDocument } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { QuietButton } from '../people/quiet-button.tsx';

export function RemoveNote({ id }: { id: string }) {
  return (
    <QuietButton
      words="remove"
      label="Remove this note"
      sure="Remove this note? It is gone then."
      send={() => browserApi.request(RemoveNoteDocument, { id })}
    />
  );
}
