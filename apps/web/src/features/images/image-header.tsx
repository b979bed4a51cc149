import Link from 'next/link';
import { PageHead } from '../models/page-head.tsx';
import { imageAddress } from './image-view.ts';
import type { ImagePage } from './read-image.ts';

export function ImageHeader({ page, saved }: { page: ImagePage; saved: string | undefined }) {
  const { family, index, view, testImages, members, asked } = page;
  const seen = members.find(({ map }) => map?.input)?.map;
  return (
    <header className="border-rule border-t pt-6">
      <PageHead family={family} asked={asked} saved={saved} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-3">
        <h1 className="font-semibold text-xl tracking-tight sm:text-2xl">Test image {index}</h1>
        <nav aria-label="Images" className="flex gap-6 text-xs">
          {index > 0 && (
            <Link href={imageAddress(family.id, index - 1, view)} rel="prev" scroll={false} prefetch={false}>
              ← {index - 1}
            </Link>
          )}
          {index + 1 < testImages && (
            <Link href={imageAddress(family.id, index + 1, view)} rel="next" scroll={false} prefetch={false}>
              {index + 1} →
            </Link>
          )}
        </nav>
      </div>
      {seen?.input && seen.result ? (
        <figure className="mt-4 w-32 text-xs">
          {/* biome-ignore lint/performance/noImgElement: the lossless pixels that the networks see. */}
          <img
            src={seen.input.url}
            width={seen.input.width}
            height={seen.input.height}
            alt={`Number ${index} of the test set, class ${seen.result.label}`}
            className="pixels w-full bg-rule"
          />
          <figcaption className="mt-1.5 text-quiet">of class {seen.result.label}</figcaption>
        </figure>
      ) : (
        <p className="mt-3 max-w-prose text-quiet text-sm">
          The image is shown here as soon as a saliency map of it is taken.
        </p>
      )}
    </header>
  );
}
