'use client';

import { useEffect, useRef } from 'react';

interface CorrelationMatrixProps {
  correlations: number[][];
  /** Names of the two models. */
  rows: string;
  columns: string;
}

/** A pixel for each pair of neurons, the stronger the more they correlate. */
export function CorrelationMatrix({ correlations, rows, columns }: CorrelationMatrixProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current!.getContext('2d')!;
    const side = correlations.length;
    const image = context.createImageData(side, side);
    for (const [index, r] of correlations.flat().entries())
      image.data.set([0, 0, 0, Math.round(255 * Math.max(0, r))], 4 * index);
    context.putImageData(image, 0, 0);
  }, [correlations]);
  const side = correlations.length;
  return (
    <figure className="max-w-xl">
      <canvas
        ref={canvas}
        width={side}
        height={side}
        role="img"
        aria-label={`Correlations of ${side} neurons of ${rows} with ${side} of ${columns}; the table tells who moved.`}
        className="aspect-square w-full border border-rule [image-rendering:pixelated] dark:invert"
      />
      <figcaption className="mt-2 text-quiet text-xs">
        Rows are neurons of {rows}, columns those of {columns}; the stronger a pixel, the higher r, from 0 to
        1. A strong diagonal means that neurons stayed where they were.
      </figcaption>
    </figure>
  );
}
