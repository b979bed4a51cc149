import type { ClaimFieldsFragment, ClaimPlace } from '@kindred/client';

/** A table of the paper, or a part of one, with its cells beside ours. */
export interface ClaimTable {
  /** `Table I, CIFAR-10` */
  title: string;
  columns: string[];
  rows: { name: string; cells: (ClaimFieldsFragment | undefined)[] }[];
  /** What differs here wherever something is measured. */
  common: string[];
  /** What is wrong in print, each once; cells refer to them by number. */
  slips: string[];
}

const places: Record<ClaimPlace, string> = {
  TABLE_1: 'Table I',
  TABLE_2: 'Table II',
  TABLE_3: 'Table III',
  FIGURE_3: 'Fig. 3',
};

/** The claims as the paper prints them, part by part. */
export function claimTables(claims: readonly ClaimFieldsFragment[]): ClaimTable[] {
  const titleOf = ({ place, part }: ClaimFieldsFragment) => `${places[place]}, ${part}`;
  return once(claims.map(titleOf)).map((title) => {
    const own = claims.filter((claim) => titleOf(claim) === title);
    const columns = once(own.map(({ column }) => column));
    const rows = once(own.map(({ row }) => row)).map((name) => ({
      name,
      cells: columns.map((column) => own.find((claim) => claim.row === name && claim.column === column)),
    }));
    const slips = once(own.flatMap(({ slip }) => slip ?? []));
    return { title, columns, rows, common: commonReasons(own), slips };
  });
}

/** Those of every number that has another setting. */
export function commonReasons(claims: readonly ClaimFieldsFragment[]): string[] {
  const all = claims.filter(({ verdict }) => verdict === 'OTHER_SETTING').map(({ reasons }) => reasons);
  return (all[0] ?? []).filter((reason) => all.every((reasons) => reasons.includes(reason)));
}

const once = (texts: readonly string[]): string[] => [...new Set(texts)];
