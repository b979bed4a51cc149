import { expect, test } from 'vitest';
import { matchNeuron } from './match-neuron.ts';

test.each([
  ['stayed', [0.1, 0.8, 0.85], 1, { kind: 'same-index', channel: 2, correlation: 0.85, ownCorrelation: 0.8 }],
  ['moved', [0.1, 0.6, 0.9], 1, { kind: 'moved', channel: 2, correlation: 0.9, ownCorrelation: 0.6 }],
  ['is new', [0.1, 0.3, 0.49], 1, { kind: 'new', channel: 2, correlation: 0.49, ownCorrelation: 0.3 }],
  ['is new, opposite too', [-0.9, -0.2, 0.1], 1, { kind: 'new', channel: 2, ownCorrelation: -0.2 }],
  ['is silent', [0, 0, 0], 1, { kind: 'silent', channel: 1, correlation: 0 }],
])('a neuron %s', (_, correlations, own, match) => {
  expect(matchNeuron(correlations, own)).toMatchObject(match);
});
