import { expect, it } from 'vitest';
import { replacedResidents } from './residents.ts';
import { flattenTree } from './tensor-tree.ts';

const leaf = (...shape: number[]) => ({ shape, dtype: 'float32' });
const residents = flattenTree({ state: { sum: leaf(2), steps: leaf() }, masks: { a: leaf(3) } });
const replaced = (outputs: Parameters<typeof flattenTree>[0]) =>
  replacedResidents(residents, flattenTree(outputs));

it('replaces the residents that outputs are named for', () => {
  expect(replaced({ state: { sum: leaf(2), steps: leaf() }, loss: leaf() })).toEqual([
    'state/sum',
    'state/steps',
  ]);
  expect(replaced({ loss: leaf() })).toEqual([]);
});

it.each([
  [
    { state: { sum: leaf(3), steps: leaf() } },
    'gives float32 [3] for the resident "state/sum", which is float32 [2]',
  ],
  [
    { state: { sum: { ...leaf(2), dtype: 'int32' }, steps: leaf() } },
    'gives int32 [2] for the resident "state/sum"',
  ],
  [{ state: { sum: leaf(2) } }, 'gives nothing for the resident "state/steps"'],
  [{ masks: { a: leaf(3), b: leaf(1) } }, 'gives float32 [1] for the resident "masks/b", which is nothing'],
])('refuses outputs %j', (outputs, message) => {
  expect(() => replaced(outputs)).toThrow(message);
});
