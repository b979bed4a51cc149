import { expect, test } from 'vitest';
import { nearestCell, nextCell } from './next-cell.ts';

/** Three rows of four, the last of two. */
const shape = { columns: 4, cells: 10, page: 2 };
const press = (keys: string, row: number, column: number) => {
  const cell = nextCell(
    {
      key: keys.split('+').at(-1)!,
      ctrlKey: keys.startsWith('Control+'),
      altKey: keys.startsWith('Alt+'),
      metaKey: keys.startsWith('Meta+'),
      shiftKey: keys.startsWith('Shift+'),
    },
    { row, column },
    shape,
  );
  return cell && [cell.row, cell.column];
};

test('arrows go to the next cell and stay inside', () => {
  expect(press('ArrowRight', 0, 0)).toEqual([0, 1]);
  expect(press('ArrowRight', 0, 3)).toEqual([0, 3]);
  expect(press('ArrowLeft', 1, 0)).toEqual([1, 0]);
  expect(press('ArrowUp', 1, 2)).toEqual([0, 2]);
  expect(press('ArrowUp', 0, 2)).toEqual([0, 2]);
});

test('below the end of a shorter last row is its last cell', () => {
  expect(press('ArrowDown', 1, 3)).toEqual([2, 1]);
  expect(press('PageDown', 0, 1)).toEqual([2, 1]);
});

test('Home and End lead through a row, with Control through the whole', () => {
  expect(press('Home', 1, 2)).toEqual([1, 0]);
  expect(press('End', 2, 0)).toEqual([2, 1]);
  expect(press('Control+Home', 2, 1)).toEqual([0, 0]);
  expect(press('Control+End', 0, 0)).toEqual([2, 1]);
});

test('other keys lead nowhere', () => {
  expect(press('Enter', 0, 0)).toBeNull();
  for (const keys of ['Control+ArrowDown', 'Alt+ArrowLeft', 'Meta+ArrowLeft', 'Shift+ArrowRight'])
    expect(press(keys, 0, 0)).toBeNull();
});

test('a place that a narrower last row has no cell for is its last cell', () => {
  expect(nearestCell({ row: 2, column: 3 }, shape)).toEqual({ row: 2, column: 1 });
});
