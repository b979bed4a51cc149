import { type ClassScores, type Probabilities, requireMembers } from '../metrics/class-scores.ts';
import { softmax } from '../metrics/softmax.ts';
import { meanScores } from './mean-scores.ts';

/** The ensemble's probabilities as the paper takes them: the mean of its members' softmax outputs. */
export function meanSoftmax(memberLogits: readonly ClassScores[]): Probabilities {
  requireMembers(memberLogits);
  return meanScores(memberLogits.map(softmax));
}

/** The mean of the members' probabilities, [images, classes]. */
export function meanProbabilities(members: readonly Probabilities[]): Probabilities {
  requireMembers(members);
  return meanScores(members);
}
