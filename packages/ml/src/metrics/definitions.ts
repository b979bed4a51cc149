import type { KlPairs } from './kl-divergence.ts';

/** Names how an ensemble's outputs are averaged. */
export type Averaging = 'mean-softmax' | 'mean-logits';

/** The words that go with each number: a metric's name and version, and its options. */

export const accuracyDefinition = (): string => 'accuracy v1';

export const nllDefinition = (): string => 'NLL v1, nats';

export const eceDefinition = (bins: number): string => `ECE v1, ${bins} equal bins (lo,hi]`;

export const brierDefinition = (): string => 'Brier v1, summed over classes, mean over images';

export const classAccuracyDefinition = (): string => 'class accuracy v1, share of the images of a class';

export const ambiguityDefinition = (): string =>
  "ambiguity v1, squared distance of members' probabilities from their mean, summed over classes, mean over members and images";

/** `over` names what differs from trial to trial, in the plural. */
export const biasVarianceCovarianceDefinition = (
  part: string,
  { members, trials, over }: { members: number; trials: number; over: string },
): string =>
  `${part} v1, of bias–variance–covariance: squared error of the mean probabilities, summed over classes, mean over images; expectation over ${trials} ${over}, ${membersIn({ members })} each`;

export const klDefinition = (pairs: KlPairs): string =>
  `KL v1, nats, mean over ${pairs === 'ordered' ? 'ordered pairs' : 'pairs i<j'} and images`;

export const pdrDefinition = (): string => 'PDR v1, share of unequal argmax, mean over pairs, no offset';

/** A metric with how its interval was made, and how sure that is. */
export const withInterval = (
  definition: string,
  method: 'Wilson' | 'normal' | 'bootstrap',
  confidence: number,
): string => `${definition}; ${method} interval ${confidence}`;

/** Whose numbers an ensemble's are. */
export interface EnsembleWords {
  members: number;
  averaging: Averaging;
  /** Whether the parent is one of them; children or snapshots only unless given. */
  withParent?: boolean;
}

/** A metric of several members' average, with how many they are and how they are averaged. */
export const ofEnsemble = (definition: string, { averaging, ...words }: EnsembleWords): string =>
  `${definition}; ${averaging} of ${membersIn(words)}`;

/** A metric between members. */
export const ofMembers = (definition: string, words: Omit<EnsembleWords, 'averaging'>): string =>
  `${definition}; ${membersIn(words)}`;

const membersIn = ({ members, withParent = false }: Omit<EnsembleWords, 'averaging'>): string =>
  `${members} ${members === 1 ? 'member' : 'members'}${withParent ? ', the parent among them' : ''}`;
