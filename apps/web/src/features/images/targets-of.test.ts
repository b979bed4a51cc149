import { expect, test } from 'vitest';
import type { ImagePage } from './read-image.ts';
import { targetsOf } from './targets-of.ts';

const taken = (predicted: number) => ({ map: { result: { label: 236, predicted } } });

test('each of a few classes can be chosen', () => {
  expect(targetsOf({ view: { target: '1' }, classes: 3, members: [] })).toEqual([
    'predicted',
    'label',
    '0',
    '1',
    '2',
  ]);
});

test('of a thousand classes those can be chosen that the image has or is taken for, and the chosen one', () => {
  const members = [taken(236), taken(281), { map: null }, { map: { result: null } }, taken(281)];
  expect(targetsOf({ view: { target: '5' }, classes: 1000, members })).toEqual([
    'predicted',
    'label',
    '236',
    '281',
    '5',
  ]);
});

test('an image that somebody brought has no label to choose', () => {
  const own = {
    imageIndex: 10,
    name: 'cat.png',
    mine: true,
    image: { url: '', width: 1, height: 1 },
  } as ImagePage['own'];
  expect(targetsOf({ view: { target: 'predicted' }, own, classes: 2, members: [] })).toEqual([
    'predicted',
    '0',
    '1',
  ]);
});
