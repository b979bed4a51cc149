import type { ImageFieldsFragment } from '@kindred/client';

interface PictureProps {
  /** Null where nobody has asked for one. */
  visualization: { status: string; error?: string | null; image: ImageFieldsFragment | null } | null;
  /** What the picture shows, for those who can't see it. */
  alt: string;
  className?: string;
}

/** Wider pictures may be shown smaller than they are, where `pixels` would leave out rows. */
const mostMagnified = 256;

/** A visualization at the size that `className` gives its square, or a quiet square that says why there is none. */
export function Picture({ visualization, alt, className = '' }: PictureProps) {
  const image = visualization?.image;
  if (image) {
    return (
      // biome-ignore lint/performance/noImgElement: hashes are of these lossless pixels; nothing may resample them.
      <img
        src={image.url}
        width={image.width}
        height={image.height}
        alt={alt}
        decoding="async"
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
