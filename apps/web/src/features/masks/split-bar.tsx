import { percent } from '../../ui/numbers.ts';

export interface SplitPart {
  label: string;
  weights: number;
  color: string;
}

/** A layer's weights as a thin bar, by who keeps them. */
export function SplitBar({ parts }: { parts: SplitPart[] }) {
  const all = parts.reduce((sum, { weights }) => sum + weights, 0);
  const words = parts.map(({ label, weights }) => `${label} ${percent(weights / all, 1)} %`).join(', ');
  return (
    <div role="img" aria-label={words} title={words} className="flex h-2 w-24">
      {parts.map(({ label, weights, color }) => (
        <span key={label} style={{ width: `${(100 * weights) / all}%`, background: color }} />
      ))}
    </div>
  );
}
