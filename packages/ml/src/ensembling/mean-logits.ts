import { type ClassScores, type Probabilities, requireMembers } from '../metrics/class-scores.ts';
import { softmax } from '../metrics/softmax.ts';
import { meanScores } from './mean-scores.ts';

/** The ensemble's probabilities as the first PAT code takes them: the softmax of the mean of its members' logits. */
export function meanLogits(memberLogits: readonly ClassScores[]): Probabilities {
  requireMembers(memberLogits);
  return softmax(meanScores(memberLogits));
}
