'use client';

import { RemoveOwnImageDocument } from '@kindred/client';
import { useRouter } from 'next/navigation';
import { browserApi } from '../../browser-api.ts';
import { QuietButton } from '../people/quiet-button.tsx';

interface RemoveImageProps {
  experiment: string;
  imageIndex: number;
  name: string;
}

/** Takes a picture of one's own out, and goes to its family: its page is no more then. */
export function RemoveImage({ experiment, imageIndex, name }: RemoveImageProps) {
  const router = useRouter();
  return (
    <QuietButton
      words="remove this image"
      sure={`Remove “${name}”? Every model’s maps and grids of it go with it.`}
      send={async () => {
        await browserApi.request(RemoveOwnImageDocument, { experiment, imageIndex });
        router.replace(`/experiments/${experiment}`);
      }}
    />
  );
}
