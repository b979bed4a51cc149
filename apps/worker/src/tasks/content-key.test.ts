import type { Visualization } from '@kindred/core';
import { findArchitecture } from '@kindred/ml';
import { expect, test } from 'vitest';
import { visualizationKey } from './content-key.ts';
import type { FamilyMember } from './family.ts';
import type { TaskContext } from './task.ts';

const mnist = { name: 'mnist', height: 28, width: 28, channels: 1, mean: [0.13], std: [0.31] };
const sum = (modelId: string) => ({ sign: 'maximise', contrast: { modelId, kind: 'sum' } });

/** The key of a picture that contrasts two models, with something changed. */
function keyOf({ worker = {}, model = {}, member = {}, wish = {}, otherDigest = 'w2' }): string {
  return visualizationKey(
    { backend: 'wasm', codeVersion: '0.1.0+0123abc', ...worker } as TaskContext,
    {
      model: { id: 'a', weightsDigest: 'w1', ...model },
      architecture: findArchitecture('resnet8'),
      data: mnist,
      ...member,
    } as unknown as FamilyMember,
    { layer: 'stem', channel: 0, preset: 'quick', seed: 1, objective: sum('b'), ...wish } as Visualization,
    otherDigest,
  );
}

test('a key changes with all that a picture follows from', () => {
  const keys = [
    keyOf({}),
    keyOf({ worker: { backend: 'cpu' } }),
    keyOf({ worker: { codeVersion: '0.1.0+0123abd' } }),
    keyOf({ model: { weightsDigest: 'w3' } }),
    keyOf({ member: { architecture: findArchitecture('resnet20') } }),
    keyOf({ member: { data: { ...mnist, mean: [0.5] } } }),
    keyOf({ otherDigest: 'w3' }),
    keyOf({ wish: { layer: 'stage1.block0' } }),
    keyOf({ wish: { channel: 1 } }),
    keyOf({ wish: { preset: 'lucent' } }),
    keyOf({ wish: { seed: 2 } }),
    keyOf({ wish: { objective: { ...sum('b'), sign: 'minimise' } } }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test('a key is the same whatever models, masks and data are called', () => {
  const model = { id: 'c', name: 'child-1', kind: 'child', maskDigest: 'm' };
  const member = { data: { ...mnist, name: 'digits' } };
  expect(keyOf({ model, member, wish: { id: '2', modelId: 'c', objective: sum('d') } })).toBe(keyOf({}));
});
