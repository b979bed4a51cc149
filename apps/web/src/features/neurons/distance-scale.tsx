import { type CalibratedBits, distanceInWords } from './distance-words.ts';

/** Share of unequal bits at the right end; unrelated pictures lie near a half. */
const widest = 0.75;

/**
 * A distance as a diamond on a line of bits. The band goes from the mean of its floor, a thin stroke, to that of its ceiling, a
 * thick one; without a floor only the ceiling is drawn.
 */
export function DistanceScale(distance: CalibratedBits) {
  const { bits, of, calibration } = distance;
  const { floor, ceiling } = calibration;
  if (!ceiling) return null;
  const place = (value: number) => 4 + 72 * Math.min(1, value / of / widest);
  const end = place(ceiling.mean);
  const start = floor ? place(floor.mean) : end;
  const words = distanceInWords(distance);
  return (
    <svg viewBox="0 0 80 12" width="80" height="12" role="img" aria-label={words}>
      <title>{words}</title>
      <path d="M4 6h72" stroke="var(--color-rule)" />
      <rect
        x={Math.min(start, end)}
        y="2"
        width={Math.abs(end - start)}
        height="8"
        fill="color-mix(in oklab, var(--color-quiet) 30%, var(--color-paper))"
      />
      {floor && <path d={`M${start} 1v10`} stroke="var(--color-quiet)" />}
      <path d={`M${end} 0v12`} stroke="var(--color-quiet)" strokeWidth="2.5" />
      <path d={`M${place(bits)} 2l4 4l-4 4l-4 -4z`} fill="var(--color-ink)" />
    </svg>
  );
}
