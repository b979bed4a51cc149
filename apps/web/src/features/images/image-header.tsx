import Link from 'next/link';
import { PageHead } from '../models/page-head.tsx';
import { copiesOf } from '../neurons/picture-copies.ts';
import { DropImage } from './drop-image.tsx';
import { imageAddress } from './image-view.ts';
import type { ImageMember, ImagePage } from './read-image.ts';
import { RemoveImage } from './remove-image.tsx';

export function ImageHeader({ page, saved }: { page: ImagePage; saved: string | undefined }) {
  const { family, view, previous, next, own, role, asked } = page;
  const mayRemove = role === 'ADMIN' || (own?.mine && role === 'EDITOR');
  return (
    <header className="border-rule border-t pt-6">
      <PageHead family={family} asked={asked} saved={saved} />
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-3">
        <h1 className="font-semibold wrap-anywhere text-xl tracking-tight sm:text-2xl">
          {own ? own.name : `Test image ${page.index}`}
        </h1>
        <nav aria-label="Images" className="flex gap-6 text-xs">
          {previous !== null && (
            <Link href={imageAddress(family.id, previous, view)} rel="prev" scroll={false} prefetch={false}>
              ← {previous}
            </Link>
          )}
          {next !== null && (
            <Link href={imageAddress(family.id, next, view)} rel="next" scroll={false} prefetch={false}>
              {next} →
            </Link>
          )}
        </nav>
      </div>
      <Shown page={page} />
      {own && mayRemove && (
        <p className="mt-3 text-quiet text-xs" data-not-in-site>
          <RemoveImage experiment={family.id} imageIndex={own.imageIndex} name={own.name} />
        </p>
      )}
      {role !== 'VIEWER' && (
        <DropImage
          experiment={family.id}
          seed={family.seed}
          models={family.models.nodes.map((model) => model.id)}
        />
      )}
    </header>
  );
}

/** The image as it came, if somebody brought it, and as the networks see it. */
function Shown({ page: { index, own, members } }: { page: ImagePage }) {
  const seen = members.find(({ map }) => map?.input && map.result)?.map;
  return (
    <div className="mt-4 flex flex-wrap items-end gap-4 text-xs">
      {own && (
        <figure className="w-32">
          {/* biome-ignore lint/performance/noImgElement: a copy that the API makes. */}
          <img
            srcSet={copiesOf(own.image)}
            sizes="128px"
            src={own.image.url}
            width={own.image.width}
            height={own.image.height}
            alt={`${own.name} as it came`}
            className="aspect-square w-full bg-rule object-contain"
          />
          <figcaption className="mt-1.5 text-quiet">as it came</figcaption>
        </figure>
      )}
      {seen?.input && seen.result ? (
        <figure className="w-32">
          {/* biome-ignore lint/performance/noImgElement: the lossless pixels that the networks see. */}
          <img
            src={seen.input.url}
            width={seen.input.width}
            height={seen.input.height}
            alt={
              own
                ? `${own.name} as the networks see it`
                : `Number ${index} of the test set, class ${seen.result.label}`
            }
            className="pixels w-full bg-rule"
          />
          <figcaption className="mt-1.5 text-quiet">
            {own ? 'as the networks see it' : `of class ${seen.result.label}`}
          </figcaption>
        </figure>
      ) : (
        <p className="max-w-prose text-quiet text-sm">
          What the networks see is shown here as soon as a saliency map of it is taken.
        </p>
      )}
      {own && <p className="max-w-prose text-quiet">{predictionWords(members)}</p>}
    </div>
  );
}

/** What the models take an image for that has no label. */
function predictionWords(members: readonly ImageMember[]): string {
  const predicted = members.flatMap(({ map }) => (map?.result ? [map.result.predicted] : []));
  const words = [...new Set(predicted)].map((one) => {
    const count = predicted.filter((other) => other === one).length;
    return `class ${one} by ${count} of ${predicted.length} models`;
  });
  return words.length > 0 ? `Predicted: ${words.join(', ')}.` : '';
}
