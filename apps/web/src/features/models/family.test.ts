import type { ModelIdentityFragment, ModelKind } from '@kindred/client';
import { expect, test } from 'vitest';
import { familyLooks, siblingPairs, snapshotPairs } from './family.ts';
import { lineageLayout } from './lineage-layout.ts';

const model = (name: string, kind: ModelKind, sibling?: string): ModelIdentityFragment => ({
  id: name,
  name,
  kind,
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

const names = (pairs: ReturnType<typeof siblingPairs>) =>
  pairs.map(({ first, second }) => [first.name, second.name]);

test('every pair of siblings is found once, and snapshots are paired by age', () => {
  expect(names(siblingPairs(family))).toEqual([
    ['child-1', 'child-2'],
    ['child-3', 'child-4'],
  ]);
  expect(names(snapshotPairs(family))).toEqual([
    ['snapshot-1', 'snapshot-2'],
    ['snapshot-2', 'snapshot-3'],
  ]);
});

test('siblings have opposite hues and complementary halves; no two models look alike', () => {
  const looks = familyLooks(family);
  const hue = (id: string) => Number(/(\d+)\)$/.exec(looks.get(id)!.color)?.[1]);
  expect(Math.abs(hue('child-1') - hue('child-2'))).toBe(180);
  expect(looks.get('child-1')?.shape).toBe('left half');
  expect(looks.get('child-2')?.shape).toBe('right half');
  expect(new Set([...looks.values()].map(({ color, shape }) => color + shape)).size).toBe(family.length);
});

test('the lineage places every model once, inside its drawing, and no two on one spot', () => {
  const { places, width, height } = lineageLayout(family);
  expect(places.map((place) => place.model.name).sort()).toEqual(family.map(({ name }) => name).sort());
  expect(new Set(places.map(({ x, y }) => `${x},${y}`)).size).toBe(family.length);
  expect(places.every(({ x, y }) => x > 0 && x < width && y > 0 && y < height)).toBe(true);
});
