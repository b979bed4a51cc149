import { meanProbabilities } from '../ensembling/mean-softmax.ts';
import { brier } from './brier.ts';
import { type Labels, type Probabilities, requireMembers } from './class-scores.ts';
import { ambiguityDefinition, ofMembers } from './definitions.ts';
import { mean } from './mean.ts';

/** `ensembleError = meanMemberError − ambiguity`; squared errors summed over classes, mean over images. */
export interface AmbiguityDecomposition {
  meanMemberError: number;
  /** Spread of the members around their mean, so what averaging gains. */
  ambiguity: number;
  ensembleError: number;
  definition: string;
}

/** Krogh and Vedelsby's decomposition of the squared error of the mean of the members' probabilities. */
export function ambiguityDecomposition(
  members: readonly Probabilities[],
  labels: Labels,
): AmbiguityDecomposition {
  requireMembers(members);
  return {
    meanMemberError: mean(members.map((member) => brier(member, labels))),
    ambiguity: mean(ambiguityPerImage(members)),
    ensembleError: brier(meanProbabilities(members), labels),
    definition: ofMembers(ambiguityDefinition(), { members: members.length }),
  };
}

/** [images], squared distance of the members' probabilities from their mean, summed over classes, mean over members. */
export function ambiguityPerImage(members: readonly Probabilities[]): Float64Array {
  const { images, classes, data } = meanProbabilities(members);
  const spreads = new Float64Array(images);
  for (const member of members)
    for (let i = 0; i < data.length; i++)
      spreads[Math.floor(i / classes)]! += (member.data[i]! - data[i]!) ** 2 / members.length;
  return spreads;
}
