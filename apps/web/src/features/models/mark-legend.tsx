import type { ModelLook } from './family.ts';
import { ModelMark } from './model-mark.tsx';

interface MarkLegendProps {
  entries: { name: string; look: ModelLook; strong?: boolean }[];
}

/** Whose marks a chart has. Its label says so to those who listen. */
export function MarkLegend({ entries }: MarkLegendProps) {
  return (
    <ul aria-hidden="true" className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {entries.map(({ name, look, strong }) => (
        <li key={name} className={`inline-flex items-center gap-2 ${strong ? 'font-semibold' : ''}`}>
          <ModelMark look={look} />
          {name}
        </li>
      ))}
    </ul>
  );
}
