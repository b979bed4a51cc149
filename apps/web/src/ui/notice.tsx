import type { ReactNode } from 'react';

/** A page that has one thing to say. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="border-rule border-t pt-6">
      <h1 className="mb-3 font-semibold text-2xl tracking-tight">{title}</h1>
      <div className="wrap-anywhere max-w-prose space-y-4 text-quiet">{children}</div>
    </div>
  );
}
