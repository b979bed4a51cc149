import { expect, test } from 'vitest';
import type { User } from '../access/user.entity.ts';
import { findMentions } from './find-mentions.ts';

const members = ['Ada', 'Ada Lovelace', 'Grace', 'José', 'Grace'].map((name, index) => ({
  user: { id: `${name} ${index}`, name, email: `${index}@example.org` } as User,
}));

const meant = (text: string) =>
  findMentions(text, members).map(({ start, end, userId }) => [
    Array.from(text).slice(start, end).join(''),
    userId,
  ]);

test.each([
  ['@Ada, look', [['@Ada', 'Ada 0']]],
  ['is it (@ada)?', [['@ada', 'Ada 0']]],
  ['@Ada Lovelace sees more', [['@Ada Lovelace', 'Ada Lovelace 1']]],
  ['@Adam is somebody else', []],
  ['write to ada@Ada', []],
  ['@1@example.org, see below.', [['@1@example.org', 'Ada Lovelace 1']]],
  ['👀 @JOSÉ', [['@JOSÉ', 'José 3']]],
  ['nobody @ here', []],
  [
    '@Grace',
    [
      ['@Grace', 'Grace 2'],
      ['@Grace', 'Grace 4'],
    ],
  ],
  [
    '@Ada and @Ada',
    [
      ['@Ada', 'Ada 0'],
      ['@Ada', 'Ada 0'],
    ],
  ],
])('%s', (text, mentions) => {
  expect(meant(text)).toEqual(mentions);
});
