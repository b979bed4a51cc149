import { expect, test } from 'vitest';
import { type ClaimPlace, publishedValue } from './claim.ts';
import { figureThreeRows } from './figure-three.ts';
import { publishedClaims } from './published-claims.ts';

const at = (place: ClaimPlace) => publishedClaims.filter((claim) => claim.place === place);

test('every cell of the tables and the figure is there, and told apart by its place', () => {
  expect(at('table-1')).toHaveLength(7 * 2 * 3);
  expect(at('table-2')).toHaveLength(7 * 2);
  expect(at('table-3')).toHaveLength(6 * 3);
  expect(at('figure-3')).toHaveLength(2 * (6 * 9 + 4));
  const keys = publishedClaims.map(({ place, part, row, column }) => [place, part, row, column].join('/'));
  expect(new Set(keys).size).toBe(keys.length);
});

test('the printed means of Fig. 3 are those of their columns, but for one slip', () => {
  const wrong = Object.entries(figureThreeRows).flatMap(([pairs, rows]) => {
    const { Mean, ...hashes } = rows;
    const columns = Object.values(hashes).map((line) => line.split(' ').map(Number));
    return Mean!.split(' ').flatMap((printed, neuron) => {
      const mean = columns.reduce((sum, column) => sum + column[neuron]!, 0) / columns.length;
      return mean.toFixed(1) === printed ? [] : [{ pairs, neuron, printed, mean }];
    });
  });
  expect(wrong).toEqual([{ pairs: 'snapshots', neuron: 2, printed: '33.4', mean: 31.4 }]);
  const marked = publishedClaims.filter(({ slip }) => slip?.includes('31.4'));
  expect(marked).toMatchObject([
    { part: 'Snapshot Ensembles', row: 'Mean', column: '4a:307', printed: '33.4' },
  ]);
});

test('thresholds at a median set half of the bits, so that P-Hash and W-Hash lie apart by an even number', () => {
  for (const rows of Object.values(figureThreeRows))
    for (const row of ['P-Hash', 'W-Hash'])
      for (const bits of rows[row]!.split(' ')) expect(Number(bits) % 2).toBe(0);
});

test('the means of the rows lie where 64 bits of unrelated pictures do, and those of snapshots a little below', () => {
  const means = at('figure-3').filter(({ column }) => column === 'all nine');
  expect(
    means.map(({ part, row, printed }) => [part.split(' ')[0], row, Number(printed).toFixed(1)]),
  ).toEqual([
    ['Prune', 'A-Hash', '32.9'],
    ['Prune', 'P-Hash', '34.2'],
    ['Prune', 'D-Hash', '33.6'],
    ['Prune', 'W-Hash', '32.7'],
    ['Snapshot', 'A-Hash', '30.2'],
    ['Snapshot', 'P-Hash', '30.7'],
    ['Snapshot', 'D-Hash', '29.9'],
    ['Snapshot', 'W-Hash', '28.9'],
  ]);
});

test('Prune and Tune leads each column of Table I, and the diversity of Table II, as the text says', () => {
  for (const part of ['CIFAR-10', 'CIFAR-100'])
    for (const [column, best] of [
      ['ACC', Math.max],
      ['NLL', Math.min],
      ['ECE', Math.min],
    ] as const) {
      const cells = at('table-1').filter((claim) => claim.part === part && claim.column === column);
      expect(publishedValue(cells.at(-1)!)).toBe(best(...cells.map(publishedValue)));
    }
  for (const column of ['PDR', 'KL']) {
    const cells = at('table-2').filter((claim) => claim.column === column);
    expect(publishedValue(cells[4]!)).toBe(Math.max(...cells.map(publishedValue)));
  }
});

test('a percentage is a share here', () => {
  expect(publishedValue({ printed: '96.20', unit: '%' })).toBeCloseTo(0.962, 12);
});
