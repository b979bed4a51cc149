import type { KlPairs } from './kl-divergence.ts';

/** Names how an ensemble's outputs are averaged. */
export type Averaging = 'mean-softmax' | 'mean-logits';

/** The words that go with each number: a metric's name and version, and its options. */

export const accuracyDefinition = (confidence: number): string => `accuracy v1, Wilson ${confidence}`;

export const nllDefinition = (confidence: number): string => `NLL v1, nats, normal ${confidence}`;

export const eceDefinition = (bins: number): string => `ECE v1, ${bins} equal bins (lo,hi]`;

export const brierDefinition = (): string => 'Brier v1, summed over classes, mean over images';

export const klDefinition = (pairs: KlPairs): string =>
  `KL v1, nats, mean over ${pairs === 'ordered' ? 'ordered pairs' : 'pairs i<j'} and images`;

export const pdrDefinition = (): string => 'PDR v1, share of unequal argmax, mean over pairs, no offset';

/** A metric of several members, with how many they are and how they are averaged. */
export const ofEnsemble = (definition: string, members: number, averaging: Averaging): string =>
  `${definition}; ${averaging} of ${members} members`;
