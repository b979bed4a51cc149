import { expect, test } from 'vitest';
import { nextCell } from './next-cell.ts';

/** Three rows of four, the last of two. */
const shape = { columns: 4, cells: 10, page: 2 };
const press = (keys: string, row: number, column: number) => {
  const cell = nextCell(
    { key: keys.split('+').at(-1)!, ctrlKey: keys.startsWith('Control+') },
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
  expect(press('Control+ArrowDown', 0, 0)).toBeNull();
});
