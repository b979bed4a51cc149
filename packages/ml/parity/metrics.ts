import { meanLogits } from '../src/ensembling/mean-logits.ts';
import { meanProbabilities } from '../src/ensembling/mean-softmax.ts';
import { badInput } from '../src/errors/domain-error.ts';
import { accuracy } from '../src/metrics/accuracy.ts';
import { ambiguityDecomposition } from '../src/metrics/ambiguity.ts';
import { brier } from '../src/metrics/brier.ts';
import type { ClassScores, Labels, Probabilities } from '../src/metrics/class-scores.ts';
import { ece } from '../src/metrics/ece.ts';
import { klDivergence } from '../src/metrics/kl-divergence.ts';
import { nll } from '../src/metrics/nll.ts';
import { predictionDisagreement } from '../src/metrics/prediction-disagreement.ts';
import { softmax } from '../src/metrics/softmax.ts';
import type { FixtureFolder } from './fixture-folder.ts';
import { compared, type Line, notYet } from './line.ts';

interface Family {
  logits: ClassScores[];
  members: Probabilities[];
  labels: Labels;
}

/** The reference's softmax is single precision, whose rounding shows in the ninth decimal of the means. */
const tolerance = 1e-7;

/** `metrics` of `fixtures.json`, of the logits [members, images, classes] and labels in `metrics.safetensors`. */
export function replayMetrics(folder: FixtureFolder): Line[] {
  if (folder.described.metrics === undefined) return [];
  const family = familyOf(folder);
  const errors = new Map<string, number[]>();
  for (const [path, wanted] of numbersOf(folder.described.metrics, [])) {
    const name = path.filter((part) => Number.isNaN(Number(part))).join(' ');
    const ours = measure(path, family);
    const error = ours === undefined ? [] : [Math.abs(ours - wanted)];
    errors.set(name, [...(errors.get(name) ?? []), ...error]);
  }
  return [...errors].map(([name, found]) => lineOf(`metrics ${name.replaceAll('_', ' ')}`, found));
}

const lineOf = (name: string, errors: number[]): Line =>
  errors.length === 0
    ? notYet(name, 'this quantity is unknown here')
    : compared(name, errors, tolerance, errors.length > 1 ? `worst of ${errors.length}` : undefined);

/** Every number of a JSON value, with the keys that lead to it. */
function numbersOf(value: unknown, path: string[]): [path: string[], value: number][] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersOf(inner, [...path, key]));
}

/** Our value of a quantity, undefined where it is unknown. */
function measure([group = '', key = '', inMember = '']: string[], family: Family): number | undefined {
  const { logits, members, labels } = family;
  if (group === 'members') return quality(inMember, memberOf(members, key), labels);
  if (group === 'ensemble_mean_softmax') return quality(key, meanProbabilities(members), labels);
  if (group === 'ensemble_mean_logits') return quality(key, meanLogits(logits), labels);
  if (group === 'ambiguity_decomposition') return ambiguity(key, members, labels);
  if (group === 'kl_ordered_pairs_mean') return klDivergence(members, 'ordered');
  if (group === 'kl_i_lt_j_mean') return klDivergence(members, 'i<j');
  if (group === 'pdr_pairs_mean') return predictionDisagreement(members);
  return undefined;
}

function quality(key: string, probabilities: Probabilities, labels: Labels): number | undefined {
  const bins = /^ece(\d+)$/.exec(key)?.[1];
  if (bins) return ece(probabilities, labels, Number(bins));
  if (key === 'acc') return accuracy(probabilities, labels);
  if (key === 'nll') return nll(probabilities, labels);
  if (key === 'brier') return brier(probabilities, labels);
  return undefined;
}

function ambiguity(key: string, members: Probabilities[], labels: Labels): number | undefined {
  const { meanMemberError, ambiguity: spread, ensembleError } = ambiguityDecomposition(members, labels);
  if (key === 'mean_member_squared_error') return meanMemberError;
  if (key === 'ambiguity') return spread;
  if (key === 'ensemble_squared_error') return ensembleError;
  return undefined;
}

function memberOf(members: Probabilities[], index: string): Probabilities {
  const member = members[Number(index)];
  if (!member)
    throw badInput(`fixtures.json describes member ${index}; the logits have ${members.length} members.`);
  return member;
}

function familyOf(folder: FixtureFolder): Family {
  const { tensors } = folder.tensors('metrics.safetensors');
  const logits = tensors.get('logits');
  const labels = tensors.get('labels');
  if (!logits || !labels) throw badInput('metrics.safetensors must hold "logits" and "labels".');
  const [count, images, classes, ...more] = logits.shape;
  const { data } = logits;
  const floats = data instanceof Float32Array || data instanceof Float64Array;
  if (!floats || !count || !images || !classes || more.length > 0)
    throw badInput(
      `the logits are ${logits.dtype} [${logits.shape}]; floats of [members, images, classes] are needed.`,
    );
  const size = images * classes;
  const memberLogits = Array.from({ length: count }, (_, m) => ({
    images,
    classes,
    data: data.subarray(m * size, (m + 1) * size),
  }));
  return {
    logits: memberLogits,
    members: memberLogits.map(softmax),
    labels: Int32Array.from(labels.data, Number),
  };
}
