interface Measured {
  value: number;
  low?: number | null;
  high?: number | null;
}

/** The value, and its interval in brackets; a dash for what isn't there. */
export function withInterval(
  measured: Measured | null | undefined,
  scale: number,
  digits: number,
): [string, string] {
  if (!measured) return ['–', ''];
  const show = (number: number) => fixed(scale * number, digits);
  const { value, low, high } = measured;
  return [show(value), low == null || high == null ? '' : `[${show(low)}, ${show(high)}]`];
}

export function fixed(value: number | null | undefined, digits: number): string {
  return value == null ? '–' : value.toFixed(digits);
}

/** `45 s`, `3 min 20 s`, `2 h 5 min` */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? `${minutes} min ${whole % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
