import { meanProbabilities } from '../ensembling/mean-softmax.ts';
import { brier } from './brier.ts';
import { type Labels, type Probabilities, requireMembers } from './class-scores.ts';
import { mean } from './mean.ts';

/** `ensembleError = meanMemberError − ambiguity`; squared errors summed over classes, mean over images. */
export interface AmbiguityDecomposition {
  meanMemberError: number;
  /** Spread of the members around their mean, so what averaging gains. */
  ambiguity: number;
  ensembleError: number;
}

/** Krogh and Vedelsby's decomposition of the squared error of the mean of the members' probabilities. */
export function ambiguityDecomposition(
  members: readonly Probabilities[],
  labels: Labels,
): AmbiguityDecomposition {
  requireMembers(members);
  const ensemble = meanProbabilities(members);
  const spreads = members.map(
    ({ data }) => data.reduce((sum, p, k) => sum + (p - ensemble.data[k]!) ** 2, 0) / ensemble.images,
  );
  return {
    meanMemberError: mean(members.map((member) => brier(member, labels))),
    ambiguity: mean(spreads),
    ensembleError: brier(ensemble, labels),
  };
}
