import { asList, asRecord, type FixtureFolder } from './fixture-folder.ts';
import { type Line, notYet } from './line.ts';
import { topFiveKey } from './logits.ts';

/** Replayed by a kind of their own. */
const replayedByTheirOwn = [
  'metrics',
  'logits',
  'prune_step',
  'tune_child',
  'saliency',
  'feature_visualization',
  'transforms',
];

const unknown = 'this kind of fixture is unknown here';

/** A line for every described fixture that nothing replays, so that none is passed over in silence. */
export function pending(folder: FixtureFolder): Line[] {
  const replayed = new Set([...replayedByTheirOwn, ...topFivesOf(folder)]);
  return Object.entries(folder.described)
    .filter(([key, value]) => !replayed.has(key) && !isRemark(value))
    .map(([key]) => notYet(key.replaceAll('_', '-'), unknown));
}

/** Those that the replay of logits compares. */
function topFivesOf(folder: FixtureFolder): (string | undefined)[] {
  const logits = asList(folder.described.logits ?? [], 'logits of fixtures.json');
  return logits.map((entry) => topFiveKey(folder, String(asRecord(entry, 'an entry of logits').file)));
}

const isRemark = (value: unknown): boolean => typeof value !== 'object' || value === null;
