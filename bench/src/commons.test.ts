import { expect, test } from 'vitest';
import { createCommons } from './commons.ts';
import type { Common, Row } from './rows/row.ts';

const events: string[] = [];
const opening = (name: string) => async (): Promise<Common> => {
  events.push(`${name} opened`);
  return { variables: {}, stop: async () => void events.push(`${name} stopped`) };
};
const row = (common?: Row['common']) => ({ common }) as Row;

test('what rows have in common is made once, and stopped before the next is made', async () => {
  const [one, other] = [opening('one'), opening('other')];
  const commons = createCommons();
  for (const common of [one, one, undefined, other]) await commons.of(row(common), () => {});
  await commons.stop();
  expect(events).toEqual(['one opened', 'one stopped', 'other opened', 'other stopped']);
});
