import type { Measurement } from '@kindred/core';

export function section(title: string, body: string): string {
  return `${title}\n${body}`;
}

/** The value, and its interval in brackets; a dash for what has none, such as the diversity of one member. */
export function withInterval(
  measurement: Measurement | undefined,
  scale: number,
  digits: number,
): [string, string] {
  if (!measurement) return ['–', ''];
  const { value, low, high } = measurement;
  const show = (number: number) => (scale * number).toFixed(digits);
  return [show(value), low === undefined || high === undefined ? '' : `[${show(low)}, ${show(high)}]`];
}

/** Columns aligned: words to the left, numbers to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd();
  return [line(header), ...rows.map(line)].map((text) => `  ${text}`).join('\n');
}
