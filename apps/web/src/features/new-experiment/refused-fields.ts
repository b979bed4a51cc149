import type { Problem } from '@kindred/client/experiment-text';
import { valueAt } from './values-at.ts';

/** `- parent.epochs: must be above 0 (got 0)`, as the API lists what it refuses. */
const line = /^- ([\w.]+): (.+)$/;

/** Core's groups of values that stand side by side in a file. */
const groups = new Set(['tuning', 'pruning']);

/** The problems that a refusal of the API lists, each at its field; what has no field is left at the whole. */
export function refusedFields(message: string, values: unknown): Problem[] {
  const lines = message.split('\n').flatMap((text) => {
    const found = line.exec(text);
    return found ? [{ place: found[1]!, wanted: found[2]! }] : [];
  });
  if (lines.length === 0) return [{ path: [], wanted: message, message }];
  return lines.map(({ place, wanted }) => ({
    path: placeIn(values, place),
    wanted,
    message: `${place} ${wanted}`,
  }));
}

/** `ensembles.0.tuning.epochs` of core is `ensembles.0.pruneAndTune.epochs` of a file. */
function placeIn(values: unknown, place: string): (string | number)[] {
  const parts = place.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  const [list, index, ...rest] = parts;
  if (list !== 'ensembles' || index === undefined) return parts;
  const method = Object.keys(Object(valueAt(values, [list, index])))[0];
  const path = method === undefined ? [list, index] : [list, index, method];
  const isFlat = (part: string | number) =>
    groups.has(String(part)) && valueAt(values, [...path, part]) === undefined;
  return [...path, ...rest.filter((part) => !isFlat(part))];
}
