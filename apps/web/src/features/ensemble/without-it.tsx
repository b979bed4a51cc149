import type { WhatIfValues } from '@kindred/ml/metrics';
import type { metrics } from '../evaluations/metrics.ts';

interface WithoutItProps {
  metric: (typeof metrics)[number];
  together: WhatIfValues | undefined;
  /** Of the others; missing until it is measured, or where there are none. */
  without: WhatIfValues | undefined;
}

/** A member's leave-one-out value: how much a metric of the ensemble changes without it. */
export function WithoutIt({ metric: { name, scale, digits }, together, without }: WithoutItProps) {
  const [whole, rest] = [together?.[name], without?.[name]];
  if (whole == null || rest == null) return <span className="block text-quiet text-xs">–</span>;
  const change = rest - whole;
  return (
    <data value={change} className="block text-quiet text-xs">
      <span className="sr-only">without it </span>
      {change < 0 ? '−' : '+'}
      {Math.abs(scale * change).toFixed(digits)}
    </data>
  );
}
