/** A share of 0 to 1 as percent: `98.42`. */
export function percent(share: number, digits = 2): string {
  return (100 * share).toFixed(digits);
}

/** `74,520` */
export function count(whole: number): string {
  return whole.toLocaleString('en');
}

// Made once: making one takes longer than a chart's curve.
const compact = new Intl.NumberFormat('en', { notation: 'compact' });

/** `470`, `2K`, `1.5M` */
export function roughly(whole: number): string {
  return compact.format(whole);
}

/** `41 s`, `7 min`, `2 h 5 min`. */
export function duration(seconds: number): string {
  if (seconds < 59.5) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `2026-11-22 20:55`, in UTC, from an ISO date. */
export function minute(iso: string): string {
  return new Date(iso).toISOString().slice(0, 16).replace('T', ' ');
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Where a scale ends that begins at 0 and has room for these; 1 where none is above 0. */
export function scaleEnd(values: readonly number[]): number {
  return Math.max(0, ...values.filter(Number.isFinite)) || 1;
}
