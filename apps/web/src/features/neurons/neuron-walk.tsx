'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

interface Step {
  ref: string;
  address: string;
}

/** Links to the neurons before and after; the arrow keys follow them. */
export function NeuronWalk({ previous, next }: { previous: Step | null; next: Step | null }) {
  const router = useRouter();
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || hasArrowKeys(event.target))
        return;
      const step = { ArrowLeft: previous, ArrowRight: next }[event.key];
      if (step) router.push(step.address, { scroll: false });
    };
    window.addEventListener('keydown', walk);
    return () => window.removeEventListener('keydown', walk);
  }, [router, previous, next]);
  return (
    <nav aria-label="Neurons" className="flex gap-6 font-mono text-xs">
      <StepLink step={previous} rel="prev" words={previous && `← ${previous.ref}`} />
      <StepLink step={next} rel="next" words={next && `${next.ref} →`} />
    </nav>
  );
}

function StepLink({ step, rel, words }: { step: Step | null; rel: string; words: string | null }) {
  if (!step) return null;
  return (
    <Link href={step.address} rel={rel} scroll={false}>
      {words}
    </Link>
  );
}

/** In a table that scrolls on its own, among enlarged pictures, in a menu and in a text the arrow keys have a meaning already. */
function hasArrowKeys(target: EventTarget | null): boolean {
  const own = 'select, input, textarea, [tabindex="0"]:not([data-whole])';
  return target instanceof Element && target.closest(own) !== null;
}
