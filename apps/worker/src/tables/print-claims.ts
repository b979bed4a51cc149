import type { ClaimPlace } from '@kindred/core';
import { section, table } from '../run-experiment/text-table.ts';
import type { Tables } from './read-rows.ts';

type PrintedClaim = Tables['claims'][number];

const places: Partial<Record<ClaimPlace, string>> = {
  'table-1': 'Table I',
  'table-2': 'Table II',
  'table-3': 'Table III',
};

/** The paper's numbers beside those of the same definition here, table by table: CIFAR-100 only where that is the data. */
export function printClaims({ claims, config }: Tables): string {
  const told = claims.filter(
    ({ place, part }) => places[place] && (part !== 'CIFAR-100' || config.data.name === 'cifar100'),
  );
  const parts = groupBy(told, ({ place, part }) => `Claims of ${places[place]}, ${part}`);
  return [...parts].map(([title, claimed]) => printPart(title, claimed)).join('\n\n');
}

function printPart(title: string, claims: readonly PrintedClaim[]): string {
  const reasons = claims.filter(({ verdict }) => verdict === 'other-setting').map((claim) => claim.reasons);
  const common = (reasons[0] ?? []).filter((reason) => reasons.every((others) => others.includes(reason)));
  const rows = [...groupBy(claims, ({ row }) => row)].map(([row, cells]) => ({
    cells: [row, ...cells.flatMap((cell) => [cell.printed, hereOf(cell)])],
    note: noteOf(cells, common),
  }));
  const width = Math.max(...rows.map(({ note }) => note.length));
  const columns = [...groupBy(claims, ({ column, unit }) => (unit === '%' ? `${column} %` : column)).keys()];
  return section(
    common.length === 0 ? title : `${title}; here ${common.join(', ')}`,
    table(
      ['', ...columns.flatMap((column) => [column, 'here']), ''],
      rows.map(({ cells, note }) => [...cells, note.padEnd(width)]),
    ),
  );
}

function hereOf({ measured, unit }: PrintedClaim): string {
  if (!measured) return '–';
  return unit === '%' ? (100 * measured.value).toFixed(2) : measured.value.toFixed(4);
}

/** One for the row where its cells stand alike, else one for each. */
function noteOf(cells: readonly PrintedClaim[], common: readonly string[]): string {
  const notes = cells.map(({ verdict, reasons }) => {
    const own = reasons.filter((reason) => !common.includes(reason));
    return verdict === 'other-setting' && own.length > 0 ? own.join(', ') : verdict.replace('-', ' ');
  });
  if (new Set(notes).size === 1) return notes[0]!;
  return cells.map(({ column }, index) => `${column} ${notes[index]}`).join(', ');
}

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}
