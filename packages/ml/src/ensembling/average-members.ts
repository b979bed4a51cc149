import { badInput } from '../errors/domain-error.ts';
import type { ClassScores, Probabilities } from '../metrics/class-scores.ts';
import type { Averaging } from '../metrics/definitions.ts';
import { meanLogits } from './mean-logits.ts';
import { meanSoftmax } from './mean-softmax.ts';

/** The probabilities of any members together, of their logits [images, classes] each. */
export function averageMembers(averaging: Averaging, memberLogits: readonly ClassScores[]): Probabilities {
  if (averaging === 'mean-softmax') return meanSoftmax(memberLogits);
  if (averaging === 'mean-logits') return meanLogits(memberLogits);
  throw badInput(`Unknown averaging "${averaging}": take mean-softmax or mean-logits.`);
}
