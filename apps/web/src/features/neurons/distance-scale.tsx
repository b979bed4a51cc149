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
  // A page may have a thousand of them: they are written to a tenth of a pixel.
  const place = (value: number) => Math.round(40 + 720 * Math.min(1, value / of / widest)) / 10;
  const end = place(ceiling.mean);
  return (
    <svg viewBox="0 0 80 12" width="80" height="12" role="img">
      <title>{distanceInWords(distance)}</title>
      <path d="M4 6h72" className="stroke-rule" />
      {floor && <Band start={place(floor.mean)} end={end} />}
      <path d={`M${end} 0v12`} className="stroke-quiet" strokeWidth="2.5" />
      <path d={`M${place(bits)} 2l4 4l-4 4l-4 -4z`} className="fill-ink" />
    </svg>
  );
}

function Band({ start, end }: { start: number; end: number }) {
  return (
    <>
      <path d={`M${Math.min(start, end)} 2V10H${Math.max(start, end)}V2z`} className="fill-quiet/30" />
      <path d={`M${start} 1v10`} className="stroke-quiet" />
    </>
  );
}
