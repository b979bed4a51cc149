import type { ReactNode } from 'react';

/** Lets a wide table or drawing scroll on its own, with a finger or the arrow keys, so that the page never does. */
export function ScrollSideways({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard can only scroll what it can focus.
      tabIndex={0}
      className="relative -mx-4 overflow-x-auto px-4 sm:-mx-8 sm:px-8 2xl:mx-0 2xl:px-0"
    >
      {children}
    </section>
  );
}
