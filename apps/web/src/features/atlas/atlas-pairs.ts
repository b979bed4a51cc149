import type { ModelIdentityFragment } from '@kindred/client';
import { displayName, neighbourPairs, type Pair, siblingPairs } from '../models/family.ts';

/** The pairs that an atlas can be sorted by, by their word in the address: siblings first, and everybody with the parent. */
export function atlasPairs(models: ModelIdentityFragment[]): Record<string, Pair> {
  const [parent, ...others] = models;
  const withParent = others.map((second): Pair => ({ title: '', first: parent!, second }));
  const pairs = [...siblingPairs(models), ...neighbourPairs(models), ...withParent];
  return Object.fromEntries(pairs.map((pair) => [`${pair.first.name}..${pair.second.name}`, pair]));
}

/** `child 1 and child 2` */
export function pairWords({ first, second }: Pair): string {
  return `${displayName(first)} and ${displayName(second)}`;
}
