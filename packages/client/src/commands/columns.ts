/** Words in columns, as wide as they need to be. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = widthsOf(rows);
  return rows.map((row) => line(row, (cell, column) => cell.padEnd(widths[column]!))).join('\n');
}

/** The same under a header: the first column to the left, the others, which are numbers, to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows];
  const widths = widthsOf(all);
  const place = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!);
  return all.map((row) => line(row, place)).join('\n');
}

function widthsOf(rows: readonly (readonly string[])[]): number[] {
  const [first = []] = rows;
  return first.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
}

function line(row: readonly string[], place: (cell: string, column: number) => string): string {
  return `  ${row.map(place).join('  ')}`.trimEnd();
}
