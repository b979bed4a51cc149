import type { MeasurementFieldsFragment } from '@kindred/client';

interface MeasureProps {
  measurement: MeasurementFieldsFragment | null | undefined;
  /** 100 shows a share as percent. */
  scale?: number;
  digits?: number;
}

/** A measured number and the half width of its interval; a dash where there is none. */
export function Measure({ measurement, scale = 1, digits = 3 }: MeasureProps) {
  if (!measurement) return <span className="text-quiet">–</span>;
  const { value, low, high, definition } = measurement;
  const half = low != null && high != null ? (high - low) / 2 : null;
  return (
    <data value={value} title={definition} className="whitespace-nowrap">
      {(scale * value).toFixed(digits)}
      {half != null && <span className="text-quiet text-xs"> ±{(scale * half).toFixed(digits)}</span>}
    </data>
  );
}
