import { averageMembers } from '../ensembling/average-members.ts';
import { badInput } from '../errors/domain-error.ts';
import { ambiguityPerImage } from './ambiguity.ts';
import { bootstrapMeanInterval } from './bootstrap-interval.ts';
import { brierPerImage } from './brier.ts';
import { type ClassAccuracy, classAccuracies } from './class-accuracy.ts';
import type { ClassScores, Labels } from './class-scores.ts';
import { ambiguityDefinition, brierDefinition, ofEnsemble, ofMembers, withInterval } from './definitions.ts';
import { type EvaluateEnsembleOptions, type Evaluation, evaluateEnsemble } from './evaluate.ts';
import { mean } from './mean.ts';
import { meanInterval } from './mean-interval.ts';
import type { Measurement } from './measurement.ts';
import { softmax } from './softmax.ts';

/** Models' kept logits, [images, classes] each, by the models' names. */
export type StoredLogits = Readonly<Record<string, ClassScores>>;

export interface EvaluateSubsetOptions extends Omit<EvaluateEnsembleOptions, 'withParent'> {
  /** The parent's name. Definitions say when it is among the members; that it isn't is the rule. */
  parent?: string;
}

export interface SubsetEvaluation extends Evaluation {
  /** Squared error, 0 to 2. */
  brier: Measurement;
  /** What averaging the members' probabilities gains in squared error; of two members or more. */
  ambiguity?: Measurement;
  classes: ClassAccuracy[];
}

/** Any models of those whose logits are kept, as one ensemble; no network runs. */
export function evaluateSubset(
  stored: StoredLogits,
  names: readonly string[],
  labels: Labels,
  { parent, ...options }: EvaluateSubsetOptions,
): SubsetEvaluation {
  const chosen = names.map((name) => logitsNamed(stored, name));
  if (new Set(names).size < names.length)
    throw badInput(`The members ${names.join(', ')} came; each may be there once.`);
  const withParent = parent !== undefined && names.includes(parent);
  const { averaging = 'mean-softmax', confidence = 0.95 } = options;
  const evaluation = evaluateEnsemble(chosen, labels, { ...options, withParent });
  const ensemble = averageMembers(averaging, chosen);
  const errors = brierPerImage(ensemble, labels);
  const words = { members: chosen.length, averaging, withParent };
  const brier = {
    value: mean(errors),
    ...meanInterval(errors, confidence),
    definition: ofEnsemble(withInterval(brierDefinition(), 'normal', confidence), words),
  };
  const classes = classAccuracies(ensemble, labels, confidence).map((one) => ({
    ...one,
    accuracy: one.accuracy && { ...one.accuracy, definition: ofEnsemble(one.accuracy.definition, words) },
  }));
  if (chosen.length < 2) return { ...evaluation, brier, classes };
  const spreads = ambiguityPerImage(chosen.map(softmax));
  const ambiguity = {
    value: mean(spreads),
    ...bootstrapMeanInterval(spreads, options),
    definition: ofMembers(withInterval(ambiguityDefinition(), 'bootstrap', confidence), words),
  };
  return { ...evaluation, brier, ambiguity, classes };
}

function logitsNamed(stored: StoredLogits, name: string): ClassScores {
  const logits = Object.hasOwn(stored, name) ? stored[name] : undefined;
  if (logits) return logits;
  throw badInput(`No logits of "${name}" are kept: there are those of ${Object.keys(stored).join(', ')}.`);
}
