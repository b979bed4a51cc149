import type { ModelIdentityFragment, ModelKind } from '@kindred/client';
import { expect, test } from 'vitest';
import { familyLooks, neighbourPairs, siblingPairs, withNeurons } from './family.ts';
import { lineageLayout } from './lineage-layout.ts';

const model = (name: string, kind: ModelKind, sibling?: string): ModelIdentityFragment => ({
  id: name,
  name,
  kind,
  members: kind === 'MIMO' || kind === 'DROPOUT' ? 3 : 1,
  parent: kind === 'PARENT' ? null : { id: 'parent' },
  sibling: sibling ? { id: sibling, name: sibling } : null,
});

const family = [
  model('parent', 'PARENT'),
  model('child-1', 'CHILD', 'child-2'),
  model('child-2', 'CHILD', 'child-1'),
  model('child-3', 'CHILD', 'child-4'),
  model('child-4', 'CHILD', 'child-3'),
  model('snapshot-1', 'SNAPSHOT'),
  model('snapshot-2', 'SNAPSHOT'),
  model('snapshot-3', 'SNAPSHOT'),
];

/** One of every method, its children drawn three at a time. */
const mixed = [
  model('parent', 'PARENT'),
  ...['child-1', 'child-2', 'child-3'].map((name) => model(name, 'CHILD')),
  model('ticket', 'TICKET'),
  model('snapshot-1', 'SNAPSHOT'),
  ...['fge-1', 'fge-2'].map((name) => model(name, 'FGE')),
  ...['horizontal-1', 'horizontal-2'].map((name) => model(name, 'HORIZONTAL')),
  ...['dense-1', 'dense-2'].map((name) => model(name, 'DENSE')),
  model('dropout-1', 'DROPOUT'),
  ...['ltr-1', 'ltr-2'].map((name) => model(name, 'LTR')),
  ...['edst-1', 'edst-2'].map((name) => model(name, 'EDST')),
  model('treenet-1', 'TREENET'),
  model('batch-ensemble-1', 'BATCH_ENSEMBLE'),
  model('mimo-1', 'MIMO'),
];

const names = (pairs: ReturnType<typeof siblingPairs>) =>
  pairs.map(({ first, second }) => [first.name, second.name]);

test('every pair of siblings is found once, and snapshots are paired by age', () => {
  expect(names(siblingPairs(family))).toEqual([
    ['child-1', 'child-2'],
    ['child-3', 'child-4'],
  ]);
  expect(names(neighbourPairs(family))).toEqual([
    ['snapshot-1', 'snapshot-2'],
    ['snapshot-2', 'snapshot-3'],
  ]);
  expect(neighbourPairs(mixed).map(({ title }) => title)).toEqual([
    'children 1, 2',
    'children 2, 3',
    'fge 1, 2',
    'horiz 1, 2',
    'dense 1, 2',
    'ltr 1, 2',
    'edst 1, 2',
  ]);
});

test('a shared network has no neurons of its own, one that is thinned at random has', () => {
  const without = mixed.filter((one) => !withNeurons(mixed).includes(one));
  expect(without.map(({ name }) => name)).toEqual(['mimo-1']);
});

test('siblings have opposite hues and complementary halves; no two models look alike', () => {
  const looks = familyLooks(family);
  const hue = (id: string) => Number(/(\d+)\)$/.exec(looks.get(id)!.color)?.[1]);
  expect(Math.abs(hue('child-1') - hue('child-2'))).toBe(180);
  expect(looks.get('child-1')?.shape).toBe('left half');
  expect(looks.get('child-2')?.shape).toBe('right half');
  for (const models of [family, mixed]) {
    const seen = [...familyLooks(models).values()].map(({ color, shape }) => color + shape);
    expect(new Set(seen).size).toBe(models.length);
  }
});

test.each([
  ['siblings and snapshots', family],
  ['every method', mixed],
])(
  'the lineage of %s places every model once, inside its drawing, no two on one spot and none before the parent',
  (_, models) => {
    const { places, width, height } = lineageLayout(models);
    expect(places.map((place) => place.model.name).sort()).toEqual(models.map(({ name }) => name).sort());
    expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(models.length);
    expect(Math.min(...places.map(({ x }) => x))).toBe(
      places.find(({ model }) => model.kind === 'PARENT')!.x,
    );
    expect(places.every(({ x, y }) => x > 0 && x < width && y > 0 && y < height)).toBe(true);
  },
);
