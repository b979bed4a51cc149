import type { TopImagesFieldsFragment } from '@kindred/client';
import Link from 'next/link';
import { imageAddress } from '../images/image-view.ts';

interface TopImageProps {
  experiment: string;
  image: TopImagesFieldsFragment['top'][number];
  map: Pick<TopImagesFieldsFragment, 'mapHeight' | 'mapWidth'>;
  /** Whether it is among the parent's too. */
  isShared: boolean;
}

/** A test image with the place of the largest activation framed; it leads to the image's own page. */
export function TopImage({ experiment, image: shown, map, isShared }: TopImageProps) {
  const { imageIndex, label, activation, row, column, image } = shown;
  const words = [
    `Test image ${imageIndex}, class ${label}: activation ${activation.toFixed(2)} in row ${row + 1}, column ${column + 1} of ${map.mapHeight}×${map.mapWidth}`,
    ...(isShared ? ['among the parent’s too'] : []),
  ].join(', ');
  return (
    <Link href={imageAddress(experiment, imageIndex)} prefetch={false} title={words} className="block">
      <span className="relative block aspect-square bg-rule">
        {image && (
          // biome-ignore lint/performance/noImgElement: the lossless pixels that the networks see.
          <img
            src={image.url}
            width={image.width}
            height={image.height}
            alt={words}
            loading="lazy"
            className="pixels size-full"
          />
        )}
        <span
          aria-hidden
          className="absolute outline-2 outline-accent outline-offset-1"
          style={cellOf(shown, map)}
        />
      </span>
      <span className="mt-0.5 block text-quiet" aria-hidden>
        {isShared ? '● ' : ''}
        {activation.toFixed(1)}
        <br />
        class {label}
      </span>
    </Link>
  );
}

/** The part of the image that a cell of the map stands for. */
function cellOf({ row, column }: TopImageProps['image'], { mapHeight, mapWidth }: TopImageProps['map']) {
  const share = (part: number, whole: number) => `${(100 * part) / whole}%`;
  return {
    top: share(row, mapHeight),
    left: share(column, mapWidth),
    height: share(1, mapHeight),
    width: share(1, mapWidth),
  };
}
