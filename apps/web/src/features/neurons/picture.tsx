import type { ImageFieldsFragment } from '@kindred/client';
import { copiesOf } from './picture-copies.ts';
import type { StripPart } from './picture-strip.ts';

interface PictureProps {
  /** Null where nobody has asked for one. */
  visualization: { status: string; error?: string | null; image: ImageFieldsFragment | null } | null;
  /** What the picture shows, for those who can't see it. */
  alt: string;
  className?: string;
  /**
   * How wide it is shown, as the attribute `sizes` says it: then a copy with losses may do, of about so many pixels. Without, the
   * lossless original is shown. Such copies come by hundreds, and are fetched when they are nearly in sight.
   */
  sizes?: string;
  /** Where a copy of it is among others, if it stands in a `strip` that has their `stripImages`. */
  part?: StripPart | null;
}

/** Wider pictures may be shown smaller than they are, where `pixels` would leave out rows. */
const mostMagnified = 256;

/** A visualization at the size that `className` gives its square, or a quiet square that says why there is none. */
export function Picture({ visualization, alt, className = '', sizes, part }: PictureProps) {
  const image = visualization?.image;
  const square = `aspect-square ${image && image.width <= mostMagnified ? 'pixels' : ''} ${className}`;
  if (part) {
    // A strip is as high as the square that it covers: shifted so, one part of it is seen.
    const shift = (100 * part.place) / Math.max(1, part.strip.length - 1);
    return (
      <span
        role="img"
        aria-label={alt}
        className={`block bg-cover bg-rule ${square}`}
        // Not by a class: the page's address, not the style sheet's, is what the image's begins at.
        style={{ backgroundImage: 'var(--shown)', backgroundPosition: `${shift}% 0` }}
      />
    );
  }
  if (image) {
    return (
      // biome-ignore lint/performance/noImgElement: hashes are of these lossless pixels; nothing else may resample them.
      <img
        srcSet={sizes && copiesOf(image)}
        sizes={sizes}
        src={image.url}
        width={image.width}
        height={image.height}
        alt={alt}
        decoding="async"
        loading={sizes ? 'lazy' : undefined}
        className={`bg-rule object-cover ${square}`}
      />
    );
  }
  return (
    <span
      title={visualization?.error ?? undefined}
      className={`flex items-center justify-center border border-rule text-center text-[11px] text-quiet ${square}`}
    >
      <span className="sr-only">{alt}: </span>
      {absence(visualization)}
    </span>
  );
}

function absence(visualization: PictureProps['visualization']): string {
  if (!visualization) return 'none';
  return visualization.status === 'FAILED' ? 'failed' : 'queued';
}
