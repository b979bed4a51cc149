import { expect, test } from 'vitest';
import { listAddress, listQuery, readListView, usualList } from './list-view.ts';

test('an address says what is unusual, and is read again as it was written', () => {
  expect(listAddress(usualList)).toBe('/');
  const view = { ...usualList, search: 'half & half', status: 'done', order: 'name' };
  const address = listAddress(view);
  expect(address).toBe('/?search=half+%26+half&status=done&order=name');
  expect(readListView(Object.fromEntries(new URL(address, 'http://localhost').searchParams))).toEqual(view);
});

test('empty values, values that come twice and what is no part of a list leave the rest as it is', () => {
  expect(readListView({ status: '', dataset: ['mnist', 'cifar10'], colour: 'red' })).toEqual({
    ...usualList,
    dataset: 'mnist',
  });
});

test.each([
  [{ status: 'fine' }, 'Unknown status "fine": known are queued, running, done, failed, cancelled.'],
  [{ order: 'constructor' }, 'Unknown order "constructor": known are newest, oldest, name.'],
])('a word that nothing goes by is refused with those that there are', (words, message) => {
  expect(() => listQuery({ ...usualList, ...words })).toThrow(message);
});
