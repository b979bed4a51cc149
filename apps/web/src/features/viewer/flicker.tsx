'use client';

import { useEffect, useState } from 'react';
import { PlainButton } from '../../ui/plain-button.tsx';
import { Picture } from '../neurons/picture.tsx';
import type { OverlayProps } from './overlaid.ts';
import { ZoomFrame } from './zoom-frame.tsx';
import { ZoomTogether } from './zoom-together.tsx';

/** Slow enough for those whom flashes harm: fewer than three a second. */
const turnMs = 600;

/** Two pictures in the same place, in turn once somebody asks; by hand alone where people want less motion. */
export function Flicker({ a, b }: OverlayProps) {
  const [second, setSecond] = useState(false);
  const [running, setRunning] = useState(false);
  useEffect(() => {
    if (!running) return;
    const turning = setInterval(() => setSecond((now) => !now), turnMs);
    return () => clearInterval(turning);
  }, [running]);
  return (
    <ZoomTogether>
      <ZoomFrame>
        {[a, b].map(({ image, words }, place) => (
          <div key={words} className={(place === 1) === second ? '' : 'hidden'}>
            <Picture visualization={{ status: 'DONE', image }} alt={words} className="w-full" />
          </div>
        ))}
      </ZoomFrame>
      <p className="mt-2 flex gap-4 text-quiet text-xs" data-not-in-site>
        <PlainButton disabled={running} onClick={() => setSecond(!second)}>
          show the other
        </PlainButton>
        <span className="motion-reduce:hidden">
          <PlainButton onClick={() => setRunning(!running)}>{running ? 'stop' : 'flicker'}</PlainButton>
        </span>
        <output aria-label="Shown" aria-live="off" className="text-ink">
          {second ? b.name : a.name}
        </output>
      </p>
    </ZoomTogether>
  );
}
