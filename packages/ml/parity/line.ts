/** What became of one fixture, or of one quantity of it. */
export interface Line {
  name: string;
  status: 'PASS' | 'FAIL' | 'NOT YET';
  /** Largest distance from the reference, in the quantity's own unit. */
  worst?: number;
  tolerance?: number;
  /** Why it failed or can't be replayed, or over what the worst was taken. */
  note?: string;
}

/** Passes where every error is within the tolerance; NaN isn't. */
export function compared(name: string, errors: readonly number[], tolerance: number, note?: string): Line {
  const worst = errors.reduce((a, b) => (Number.isNaN(b) || b > a ? b : a), 0);
  return { name, status: worst <= tolerance ? 'PASS' : 'FAIL', worst, tolerance, note };
}

export const failed = (name: string, note: string): Line => ({ name, status: 'FAIL', note });

export const notYet = (name: string, note: string): Line => ({ name, status: 'NOT YET', note });

/** What a fixture needs and this folder, or this code, doesn't have yet. */
export class NotYet extends Error {}

/** The lines of some work, or one that says what is missing for it. */
export async function unlessMissing(name: string, work: () => Promise<Line[]>): Promise<Line[]> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotYet) return [notYet(name, error.message)];
    throw error;
  }
}

/** One aligned row a line, below its headings. */
export function table(lines: readonly Line[]): string {
  const rows = [
    ['fixture', 'worst error', 'tolerance', '', ''],
    ...lines.map((line) => [
      line.name,
      short(line.worst),
      short(line.tolerance),
      line.status,
      line.note ?? '',
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const short = (value: number | undefined): string =>
  value === undefined ? '–' : Number.isInteger(value) ? String(value) : value.toExponential(1);
