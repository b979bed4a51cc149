import type { ExperimentQuery, ImageFieldsFragment } from '@kindred/client';
import Link from 'next/link';
import { copiesOf } from '../neurons/picture-copies.ts';
import { imageAddress } from './image-view.ts';

/** Of so many images each has a link, as has any that is shown; the others follow from there. */
const mostLinks = 10;

type Experiment = NonNullable<ExperimentQuery['experiment']>;

/** The way from a family to what its networks see in test images. An image is shown once a saliency map of it is taken. */
export function ImageLinks({
  experiment: { id, testImages, ownImages, saliencyMaps },
}: {
  experiment: Experiment;
}) {
  const inputs = new Map(
    saliencyMaps.nodes.flatMap(({ imageIndex, input }) => (input ? [[imageIndex, input]] : [])),
  );
  const first = Array.from({ length: Math.min(testImages, mostLinks) }, (_, index) => index);
  const tested = [...inputs.keys()].filter((index) => index < testImages);
  const indices = [...new Set([...first, ...tested])].sort((one, other) => one - other);
  return (
    <nav aria-label="Images" className="flex flex-wrap items-end gap-x-4 gap-y-3 text-sm">
      {indices.map((index) => (
        <Link key={index} href={imageAddress(id, index)} prefetch={false}>
          <Thumbnail input={inputs.get(index)} />
          image {index}
        </Link>
      ))}
      {ownImages.map(({ imageIndex, name, image }) => (
        // Not in the site of a family, which anybody may see.
        <Link
          key={imageIndex}
          href={imageAddress(id, imageIndex)}
          prefetch={false}
          className="w-16"
          data-not-in-site
        >
          {/* biome-ignore lint/performance/noImgElement: a copy that the API makes. */}
          <img
            srcSet={copiesOf(image)}
            sizes="64px"
            src={image.url}
            width={64}
            height={64}
            alt=""
            loading="lazy"
            className="mb-1 size-16 bg-rule object-cover"
          />
          <span className="block truncate" title={name}>
            {name}
          </span>
        </Link>
      ))}
    </nav>
  );
}

function Thumbnail({ input }: { input: ImageFieldsFragment | undefined }) {
  if (!input) return null;
  return (
    // biome-ignore lint/performance/noImgElement: the lossless pixels that the networks see.
    <img src={input.url} width={64} height={64} alt="" loading="lazy" className="mb-1 size-16 bg-rule" />
  );
}
