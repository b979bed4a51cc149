import type { ReactNode } from 'react';

interface ZoomFrameProps {
  children: ReactNode;
  /** Laid over it and moved with it, of which only a part of the frame is seen. */
  clipped?: { path: string; children: ReactNode };
  /** Laid over all, and not moved. */
  over?: ReactNode;
}

/** A square whose content is enlarged and moved with that of the others. */
export function ZoomFrame({ children, clipped, over }: ZoomFrameProps) {
  return (
    <div
      data-frame
      className="relative aspect-square select-none overflow-hidden [touch-action:var(--zoom-touch)]"
    >
      <div className={enlarged}>{children}</div>
      {clipped && (
        <div className="absolute inset-0 overflow-hidden" style={{ clipPath: clipped.path }}>
          <div className={enlarged}>{clipped.children}</div>
        </div>
      )}
      {over}
    </div>
  );
}

const enlarged =
  'size-full origin-top-left [transform:translate(var(--zoom-x),var(--zoom-y))_scale(var(--zoom))]';
