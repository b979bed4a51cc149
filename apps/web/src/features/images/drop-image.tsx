'use client';

import { KindredError, RequestSaliencyDocument } from '@kindred/client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { browserApi } from '../../browser-api.ts';
import { Refusal } from '../refusals/refusal.tsx';
import { useRequest } from '../refusals/use-request.ts';
import { imageAddress, usualView } from './image-view.ts';

interface DropImageProps {
  experiment: string;
  seed: number;
  /** Ids of those that are to look at it. */
  models: string[];
}

/** Takes a picture that is dropped, pasted or chosen, asks for its maps in every model, and goes to its page. */
export function DropImage({ experiment, seed, models }: DropImageProps) {
  const router = useRouter();
  const { request, pending, refusal } = useRequest(async (file: File) => {
    const { imageIndex } = await browserApi.addOwnImage(experiment, { name: file.name, file });
    const { method, target } = usualView;
    const input = { models, images: [imageIndex], method, target, seed };
    await browserApi.request(RequestSaliencyDocument, { input }).catch((error) => {
      // A family that isn't trained yet is asked by the button of the image's own page.
      if (!(error instanceof KindredError && error.code === 'CONFLICT')) throw error;
    });
    router.push(imageAddress(experiment, imageIndex));
  });
  const take = (files: FileList | undefined | null) => files?.[0] && !pending && request(files[0]);
  useEffect(() => {
    const paste = ({ target, clipboardData }: ClipboardEvent) => {
      // Office programs put a picture of a text beside it.
      const isText = target instanceof Element && target.closest('input:not([type=file]), textarea');
      if (!isText && clipboardData?.files[0]?.type.startsWith('image/')) take(clipboardData.files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  });
  return (
    <div data-not-in-site className="mt-5 text-sm">
      <label
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          take(event.dataTransfer.files);
        }}
        className="block max-w-prose cursor-pointer border border-rule border-dashed px-4 py-5 focus-within:outline-2 focus-within:outline-current hover:border-ink"
      >
        <input
          type="file"
          accept="image/png,image/jpeg,image/webp"
          onChange={({ target }) => {
            take(target.files);
            // The same file again is a change too.
            target.value = '';
          }}
          className="sr-only"
        />
        <span aria-live="polite">
          {pending ? 'Sending the picture…' : 'Drop or paste a picture of your own, or choose a file'}
        </span>
        <span className="mt-1 block text-quiet text-xs">
          PNG, JPEG or WebP, 8 MB at most. The networks see its middle square in their own size.
        </span>
      </label>
      <Refusal className="mt-2 block max-w-prose">{refusal}</Refusal>
    </div>
  );
}
