'use client';

import { useEffect, useRef, useState } from 'react';
import { differenceOf } from './difference-of.ts';
import type { OverlayProps } from './overlaid.ts';
import { ZoomFrame } from './zoom-frame.tsx';
import { ZoomTogether } from './zoom-together.tsx';

/** How far two lossless pictures differ, pixel by pixel. */
export function Difference({ a, b }: OverlayProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [found, setFound] = useState<{ largest: number; mean: number } | null>(null);
  const [lost, setLost] = useState(false);
  const { width, height } = a.image;
  const alike = width === b.image.width && height === b.image.height;
  const [from, to] = [a.image.url, b.image.url];
  useEffect(() => {
    let left = false;
    setFound(null);
    setLost(false);
    if (alike)
      Promise.all([readPixels(from, width, height), readPixels(to, width, height)])
        .then(([one, other]) => {
          if (left) return;
          const { pixels, ...numbers } = differenceOf(one, other);
          canvas.current!.getContext('2d')!.putImageData(new ImageData(pixels, width, height), 0, 0);
          setFound(numbers);
        })
        .catch(() => left || setLost(true));
    return () => {
      left = true;
    };
  }, [from, to, width, height, alike]);
  if (!alike)
    return (
      <p className="text-quiet text-sm">
        Pictures of {width} × {height} and {b.image.width} × {b.image.height} pixels have no difference pixel
        by pixel.
      </p>
    );
  const numbers = found && `mean ${found.mean.toFixed(1)}, largest ${found.largest.toFixed(1)} of 255`;
  return (
    <ZoomTogether>
      <ZoomFrame>
        <canvas
          ref={canvas}
          width={width}
          height={height}
          role="img"
          aria-label={`Difference of ${a.words} and ${b.words}${numbers ? `: ${numbers}` : ''}`}
          className="pixels block w-full bg-rule"
        />
      </ZoomFrame>
      <p className="mt-2 min-h-4 text-ink text-xs">{numbers}</p>
      <p className="text-quiet text-xs">
        {lost ? (
          <span role="alert">One of the pictures couldn’t be read.</span>
        ) : (
          'The absolute difference, averaged over red, green and blue: black is none, white the largest.'
        )}
      </p>
    </ZoomTogether>
  );
}

async function readPixels(url: string, width: number, height: number): Promise<Uint8ClampedArray> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(image, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
}
