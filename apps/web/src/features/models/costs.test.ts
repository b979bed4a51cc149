import type { ModelFieldsFragment } from '@kindred/client';
import { expect, test } from 'vitest';
import { costPoints } from './costs.ts';

const accuracy = { value: 0.9, low: null, high: null, definition: 'accuracy v1' };
const model = (name: string, kind: string, flops: number | null, importedFrom: string | null = null) =>
  ({
    id: name,
    name,
    kind,
    parent: ['PARENT', 'DENSE', 'EDST'].includes(kind) ? null : { id: 'parent' },
    training: { flops, importedFrom },
    evaluation: { accuracy },
  }) as ModelFieldsFragment;

const family = [
  model('parent', 'PARENT', 100),
  model('child-1', 'CHILD', 10),
  model('child-2', 'CHILD', 20),
  model('snapshot-1', 'SNAPSHOT', 1),
  model('snapshot-2', 'SNAPSHOT', 2),
  model('edst-1', 'EDST', 40),
  model('edst-2', 'EDST', 5),
  model('dense-1', 'DENSE', 300),
  model('dense-2', 'DENSE', null),
];
const ensemble = (name: string) => ({
  name,
  members: family.filter((member) => member.name.startsWith(`${name}-`)),
  evaluation: { accuracy } as never,
});

test('what comes from others took what they took, the parent counted once; what was not counted is left out', () => {
  const points = costPoints(family, ['child', 'snapshot', 'edst', 'dense'].map(ensemble));
  expect(points.map(({ name, flops }) => [name, flops])).toEqual([
    ['parent', 100],
    ['child-1', 110],
    ['child-2', 120],
    ['snapshot-1', 101],
    ['snapshot-2', 103],
    ['edst-1', 40],
    ['edst-2', 45],
    ['dense-1', 300],
    ['child', 130],
    ['snapshot', 103],
    ['edst', 45],
  ]);
});

test('a family of weights that were trained elsewhere has no costs but of what doesn’t come from them', () => {
  const imported = [model('parent', 'PARENT', 0, 'net.safetensors'), ...family.slice(1)];
  expect(costPoints(imported, []).map(({ name }) => name)).toEqual(['edst-1', 'edst-2', 'dense-1']);
});
