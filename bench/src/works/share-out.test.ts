import { expect, it } from 'vitest';
import { shareOut } from './share-out.ts';

it.each([
  [4, 2, [2, 2]],
  [4, 3, [1, 1, 2]],
  [4, 8, [1, 1, 1, 1]],
  [4, 1, [4]],
])('%i children on %i processes', (children, processes, shares) => {
  expect(shareOut(children, processes)).toEqual(shares);
});
