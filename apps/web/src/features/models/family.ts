import type { ModelIdentityFragment } from '@kindred/client';

/** Two models that are compared picture by picture: siblings, or snapshots that follow each other. */
export interface Pair {
  title: string;
  first: ModelIdentityFragment;
  second: ModelIdentityFragment;
}

/** Every model with its sibling, each pair once, in family order. */
export function siblingPairs(models: ModelIdentityFragment[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [index, first] of models.entries()) {
    const second = models.slice(index + 1).find((model) => model.id === first.sibling?.id);
    if (second) pairs.push({ title: `pair ${pairs.length + 1}`, first, second });
  }
  return pairs;
}

/** Each snapshot with the one after it, by age. */
export function snapshotPairs(models: ModelIdentityFragment[]): Pair[] {
  const snapshots = models.filter(({ kind }) => kind === 'SNAPSHOT');
  return snapshots.slice(1).map((second, index) => {
    const first = snapshots[index]!;
    return { title: `snaps ${age(first)}, ${age(second)}`, first, second };
  });
}

/** The number in a snapshot's name. */
function age({ name }: ModelIdentityFragment): string {
  return name.split('-').at(-1)!;
}

/** How a model is drawn wherever it appears: colour and shape each tell it apart alone. */
export interface ModelLook {
  color: string;
  shape: 'full' | 'left half' | 'right half' | 'ring';
}

/** The look of each model of a family by id. */
export function familyLooks(models: ModelIdentityFragment[]): Map<string, ModelLook> {
  const looks = new Map<string, ModelLook>(
    models.map(({ id }) => [id, { color: 'var(--color-ink)', shape: 'full' }]),
  );
  for (const [index, { first, second }] of siblingPairs(models).entries()) {
    looks.set(first.id, { color: pairColor(index, 0), shape: 'left half' });
    looks.set(second.id, { color: pairColor(index, 180), shape: 'right half' });
  }
  const snapshots = models.filter(({ kind }) => kind === 'SNAPSHOT');
  for (const [index, { id }] of snapshots.entries()) {
    looks.set(id, { color: snapshotGrey((index + 1) / snapshots.length), shape: 'ring' });
  }
  return looks;
}

/** Blue and amber, purple and green, teal and red; then the hues between those. */
function pairColor(pair: number, turn: number): string {
  const hue = (250 + 60 * (pair % 3) + 30 * (Math.floor(pair / 3) % 2) + turn) % 360;
  return `oklch(var(--pair-lightness) 0.14 ${hue})`;
}

/** The longer trained, the nearer to ink; `age` is above 0 and at most 1. */
function snapshotGrey(age: number): string {
  return `color-mix(in oklab, var(--color-ink) ${Math.round(35 + 40 * age)}%, var(--color-paper))`;
}

/** `child-1` as people say it: `child 1`. */
export function displayName({ name }: { name: string }): string {
  return name.replaceAll('-', ' ');
}
