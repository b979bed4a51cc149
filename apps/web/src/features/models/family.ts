import type { ModelIdentityFragment, ModelKind } from '@kindred/client';

/** Two models that are compared picture by picture: siblings, or others that follow each other. */
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

/** Those that share no draw with one sibling, each with the one after it: snapshots by age, networks of one method. */
export function neighbourPairs(models: ModelIdentityFragment[]): Pair[] {
  return Object.entries(groups).flatMap(([kind, title]) => {
    const line = ofKind(models, kind as ModelKind).filter(({ sibling }) => !sibling);
    return line.slice(1).map((second, index) => {
      const first = line[index]!;
      return { title: `${title} ${number(first)}, ${number(second)}`, first, second };
    });
  });
}

const groups: Partial<Record<ModelKind, string>> = {
  CHILD: 'children',
  SNAPSHOT: 'snaps',
  FGE: 'fge',
  HORIZONTAL: 'horiz',
  DENSE: 'dense',
  LTR: 'ltr',
  EDST: 'edst',
};

export function ofKind<Model extends { kind: ModelKind }>(models: Model[], kind: ModelKind): Model[] {
  return models.filter((model) => model.kind === kind);
}

/** Models whose neurons can be looked at: those that several members share have none of their own, thinned ones do. */
export function withNeurons<Model extends { kind: ModelKind; members: number }>(models: Model[]): Model[] {
  return models.filter(({ kind, members }) => members === 1 || kind === 'DROPOUT');
}

/** Models that can be looked at beside each other: of a larger family, a page compares the first of these. */
export const mostSideBySide = 12;

/** The number in a model's name. */
export function number({ name }: ModelIdentityFragment): string {
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
  const alone = ofKind(models, 'CHILD').filter(({ sibling }) => !sibling);
  for (const [index, { id }] of alone.entries()) looks.set(id, { color: pairColor(index, 0), shape: 'full' });
  for (const { id } of ofKind(models, 'TICKET'))
    looks.set(id, { color: 'var(--color-ink)', shape: 'left half' });
  for (const [kind, { color, shape }] of Object.entries(lines)) {
    const line = ofKind(models, kind as ModelKind);
    for (const [index, { id }] of line.entries())
      looks.set(id, { color: shade(color, (index + 1) / line.length), shape });
  }
  return looks;
}

/** Blue and amber, purple and green, teal and red; then the hues between those. */
function pairColor(pair: number, turn: number): string {
  const hue = (250 + 60 * (pair % 3) + 30 * (Math.floor(pair / 3) % 2) + turn) % 360;
  return `oklch(var(--pair-lightness) 0.14 ${hue})`;
}

/** Models that come one after the other, and the colour of the last. */
const lines: Partial<Record<ModelKind, ModelLook>> = {
  SNAPSHOT: { color: 'var(--color-ink)', shape: 'ring' },
  FGE: { color: 'oklch(var(--pair-lightness) 0.14 145)', shape: 'ring' },
  HORIZONTAL: { color: 'oklch(var(--pair-lightness) 0.14 200)', shape: 'ring' },
  DENSE: { color: 'oklch(var(--pair-lightness) 0.14 20)', shape: 'full' },
  DROPOUT: { color: 'oklch(var(--pair-lightness) 0.14 260)', shape: 'full' },
  LTR: { color: 'oklch(var(--pair-lightness) 0.14 65)', shape: 'left half' },
  EDST: { color: 'oklch(var(--pair-lightness) 0.14 290)', shape: 'ring' },
  TREENET: { color: 'oklch(var(--pair-lightness) 0.14 110)', shape: 'full' },
  BATCH_ENSEMBLE: { color: 'oklch(var(--pair-lightness) 0.14 180)', shape: 'full' },
  MIMO: { color: 'oklch(var(--pair-lightness) 0.14 320)', shape: 'full' },
};

/** The later, the darker; `age` is between 0 and 1. */
function shade(color: string, age: number): string {
  return `color-mix(in oklab, ${color} ${Math.round(35 + 40 * age)}%, var(--color-paper))`;
}

/** `child-1` as people say it: `child 1`. */
export function displayName({ name }: { name: string }): string {
  return name.replaceAll('-', ' ');
}
