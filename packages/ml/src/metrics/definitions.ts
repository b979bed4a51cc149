import type { KlPairs } from './kl-divergence.ts';

/** Names how an ensemble's outputs are averaged. */
export type Averaging = 'mean-softmax' | 'mean-logits';

/** The words that go with each number: a metric's name and version, and its options. */

export const accuracyDefinition = (): string => 'accuracy v1';

export const nllDefinition = (): string => 'NLL v1, nats';

export const eceDefinition = (bins: number): string => `ECE v1, ${bins} equal bins (lo,hi]`;

export const brierDefinition = (): string => 'Brier v1, summed over classes, mean over images';

export const klDefinition = (pairs: KlPairs): string =>
  `KL v1, nats, mean over ${pairs === 'ordered' ? 'ordered pairs' : 'pairs i<j'} and images`;

export const pdrDefinition = (): string => 'PDR v1, share of unequal argmax, mean over pairs, no offset';

/** A metric with how its interval was made, and how sure that is. */
export const withInterval = (
  definition: string,
  method: 'Wilson' | 'normal' | 'bootstrap',
  confidence: number,
): string => `${definition}; ${method} interval ${confidence}`;

/** A metric of several members, with how many they are and how they are averaged. */
export const ofEnsemble = (definition: string, members: number, averaging: Averaging): string =>
  `${definition}; ${averaging} of ${members} members`;
