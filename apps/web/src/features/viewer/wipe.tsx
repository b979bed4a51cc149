'use client';

import { useState } from 'react';
import { Picture } from '../neurons/picture.tsx';
import type { OverlayProps } from './overlaid.ts';
import { ZoomFrame } from './zoom-frame.tsx';
import { ZoomTogether } from './zoom-together.tsx';

/** One picture to the left of a line, the other to the right of it. */
export function Wipe({ a, b }: OverlayProps) {
  const [percent, setPercent] = useState(50);
  return (
    <ZoomTogether>
      <ZoomFrame
        over={
          <div className="absolute inset-y-0 w-px bg-accent" style={{ left: `${percent}%` }} aria-hidden />
        }
        clipped={{
          path: `inset(0 0 0 ${percent}%)`,
          children: (
            <Picture visualization={{ status: 'DONE', image: b.image }} alt={b.words} className="w-full" />
          ),
        }}
      >
        <Picture visualization={{ status: 'DONE', image: a.image }} alt={a.words} className="w-full" />
      </ZoomFrame>
      <input
        type="range"
        min="0"
        max="100"
        value={percent}
        onChange={({ target }) => setPercent(Number(target.value))}
        aria-label={`How much of ${a.name} is seen, in percent; the rest is ${b.name}`}
        className="mt-2 w-full accent-(--color-accent)"
      />
    </ZoomTogether>
  );
}
