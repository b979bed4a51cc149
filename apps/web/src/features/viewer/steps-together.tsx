'use client';

import { usePathname, useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import type { KeptSteps } from './steps.ts';

/** The page is fetched anew once the slider rests; pictures turn at once. */
const restMs = 300;

const ChosenStep = createContext<number | null>(null);

/** After which step pictures are shown; null for the finished ones. */
export const useStep = (): number | null => useContext(ChosenStep);

interface StepsTogetherProps {
  steps: KeptSteps;
  /** The step in the address. */
  chosen: number | null;
  children: ReactNode;
}

/** One slider that turns all pictures within to those after a step; none where nothing was kept on the way. */
export function StepsTogether({ steps: { stops, total }, chosen, children }: StepsTogetherProps) {
  const [step, setStep] = useStepInAddress(chosen);
  const ticks = useId();
  if (stops.length === 0) return children;
  const place = stops.findIndex((stop) => step !== null && stop >= step);
  const words = `after step ${step === null || place < 0 ? total : step} of ${total}`;
  return (
    <ChosenStep value={step}>
      <div className="mb-3 text-quiet text-xs" data-not-in-site>
        <label className="flex max-w-xl flex-wrap items-center gap-x-4 gap-y-1">
          step
          <input
            type="range"
            min="0"
            max={stops.length}
            value={place < 0 ? stops.length : place}
            list={ticks}
            onChange={({ target }) => setStep(stops[Number(target.value)] ?? null)}
            aria-label="Step of the rendering"
            aria-valuetext={words}
            className="min-w-32 flex-1 accent-(--color-accent)"
          />
          <output className="min-w-36 text-ink">{words}</output>
        </label>
        <datalist id={ticks}>
          {[...stops, total].map((stop, index) => (
            <option key={stop} value={index} label={String(stop)} />
          ))}
        </datalist>
        {place >= 0 && <p className="mt-1">Distances and hashes below are of the finished pictures.</p>}
      </div>
      {children}
    </ChosenStep>
  );
}

/** A step that changes at once, and its place in the address a moment later: each such change asks for the whole page. */
function useStepInAddress(chosen: number | null) {
  const [step, setStep] = useState(chosen);
  const written = useRef(chosen);
  const router = useRouter();
  const path = usePathname();
  useEffect(() => {
    if (chosen === written.current) return;
    // Not by the slider, but by a link or a way back.
    written.current = chosen;
    setStep(chosen);
  }, [chosen]);
  useEffect(() => {
    if (step === written.current) return;
    const rest = setTimeout(() => {
      written.current = step;
      const said = new URLSearchParams(location.search);
      if (step === null) said.delete('step');
      else said.set('step', String(step));
      router.replace(said.size > 0 ? `${path}?${said}` : path, { scroll: false });
    }, restMs);
    return () => clearTimeout(rest);
  }, [step, path, router]);
  return [step, setStep] as const;
}
