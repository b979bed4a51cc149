import { expect, test } from 'vitest';
import { answerBytes } from './answer-bytes.ts';

const neuron = (channel: number) => ({
  channel,
  activation: channel / 3,
  hashes: { wavelet: { hex: 'ff00' } },
});
const page = { totalCount: 900, nodes: Array.from({ length: 900 }, (_, channel) => neuron(channel)) };

test.each([
  ['nothing', { data: null }],
  ['empty lists and objects', { data: { models: [], of: {}, deep: { er: [[], {}] } } }],
  [
    'what isn’t there',
    { errors: undefined, data: { lists: [undefined, null, 1], left: undefined, last: null } },
  ],
  ['a date, which says itself how it is written', { data: { at: new Date(0), all: [new Date(1)] } }],
  ['words of every alphabet', { data: { 'näme "q"': ['– ≤ 神経 🧠', '\u0000\ud800'] } }],
  [
    'a page for each of many models',
    { data: { model: { children: { nodes: Array(9).fill({ neurons: page }) } } } },
  ],
  ['one long list of numbers', { data: { values: Array.from({ length: 40_000 }, (_, at) => at / 7) } }],
])('an answer of %s is the JSON that it would be as one string', (_, answer) => {
  expect(answerBytes(answer).toString()).toBe(`${JSON.stringify(answer)}\n`);
});
