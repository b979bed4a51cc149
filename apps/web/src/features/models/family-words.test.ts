import type { ModelKind } from '@kindred/client';
import { expect, test } from 'vitest';
import { familyWords } from './family-words.ts';

const family = (...names: [ModelKind, string][]) => names.map(([kind, name]) => ({ kind, name }));

test('a family is counted by kind, in its order', () => {
  const models = family(
    ['PARENT', 'parent'],
    ['CHILD', 'child-1'],
    ['CHILD', 'child-2'],
    ['SNAPSHOT', 'snapshot-1'],
  );
  expect(familyWords(models)).toBe('parent, 2 children, 1 snapshot');
});

test('what has no plain word goes by its name', () => {
  expect(familyWords(family(['PARENT', 'parent'], ['EDST', 'edst-1'], ['EDST', 'edst-2']))).toBe(
    'parent, 2 edst',
  );
  expect(familyWords(family(['BATCH_ENSEMBLE', 'batch-ensemble-1']))).toBe('1 batch-ensemble');
});
