import type { ReactNode } from 'react';

/** Sections in two columns on a wide screen; the last of an odd number has a row to itself. */
export function SideBySide({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 gap-10 min-[1760px]:grid-cols-2 min-[1760px]:gap-x-16 min-[1760px]:*:last:odd:col-span-2">
      {children}
    </div>
  );
}
