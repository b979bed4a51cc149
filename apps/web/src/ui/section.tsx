import type { ReactNode } from 'react';

/** A titled part of a page, under a thin rule. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="min-w-0 border-rule border-t pt-3">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="font-semibold text-sm">{title}</h2>
        {aside && <div className="text-quiet text-xs">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
