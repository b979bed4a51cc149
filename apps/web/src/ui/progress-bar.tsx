/** A thin bar; `share` is 0 to 1. The words beside it belong to the caller. */
export function ProgressBar({ share, label }: { share: number; label: string }) {
  const width = `${100 * Math.min(1, Math.max(0, share))}%`;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(100 * share)}
      aria-valuemin={0}
      aria-valuemax={100}
      className="h-1 w-full bg-rule"
    >
      <div className="h-full bg-ink transition-[width] duration-700" style={{ width }} />
    </div>
  );
}
