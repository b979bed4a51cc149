'use client';

import { RemoveComparisonDocument } from '@kindred/client';
import { browserApi } from '../../browser-api.ts';
import { QuietButton } from '../people/quiet-button.tsx';

export function RemoveComparison({ id, title }: { id: string; title: string }) {
  return (
    <QuietButton
      words="remove"
      label={`Remove “${title}”`}
      sure={`Remove “${title}”? Its address leads nowhere then.`}
      send={() => browserApi.request(RemoveComparisonDocument, { id })}
    />
  );
}
