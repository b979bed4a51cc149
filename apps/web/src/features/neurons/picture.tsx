import type { ImageFieldsFragment } from '@kindred/client';

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
}

/** Wider pictures may be shown smaller than they are, where `pixels` would leave out rows. */
const mostMagnified = 256;

/** Pixels that the API gives copies in. */
const copyWidths = [64, 128, 256, 512];

/** Copies for a browser to choose from, up to the first that is as wide as the picture: none is ever made larger. */
export function copiesOf({ url, width }: ImageFieldsFragment): string {
  const enough = copyWidths.findIndex((copy) => copy >= width);
  const copies = enough < 0 ? copyWidths : copyWidths.slice(0, enough + 1);
  return copies.map((copy) => `${url}?width=${copy}&format=webp ${Math.min(copy, width)}w`).join(', ');
}

/** A visualization at the size that `className` gives its square, or a quiet square that says why there is none. */
export function Picture({ visualization, alt, className = '', sizes }: PictureProps) {
  const image = visualization?.image;
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
        className={`${image.width > mostMagnified ? '' : 'pixels'} aspect-square bg-rule object-cover ${className}`}
      />
    );
  }
  return (
    <span
      title={visualization?.error ?? undefined}
      className={`flex aspect-square items-center justify-center border border-rule text-center text-[11px] text-quiet ${className}`}
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
