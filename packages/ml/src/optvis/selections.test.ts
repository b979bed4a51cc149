import * as tf from '@tensorflow/tfjs';
import { describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { createRandom } from '../random/random.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import type { Term } from './objective.ts';
import { selectedActivations, selectionsOf } from './selections.ts';

await startRuntime('cpu');

const architecture = findArchitecture('resnet8');
const maps = { stem: { height: 2, width: 3 } };
const random = createRandom('selections');
const activation = tf.tensor4d(Float32Array.from({ length: 2 * 3 * 16 }, random.normal), [1, 2, 3, 16]);
const stem = (channel: number, weight = 1, at?: Term['at']): Term => ({
  layer: 'stem',
  channel,
  weight,
  ...(at && { at }),
});

/** What one picture of these terms reads. */
const read = (...terms: Term[]): number =>
  selectedActivations(activation, selectionsOf([terms], architecture, maps).stem!).dataSync()[0]!;
const at = (y: number, x: number, channel: number): number => activation.arraySync()[0]![y]![x]![channel]!;
const mean = (channel: number): number =>
  [0, 1].flatMap((y) => [0, 1, 2].map((x) => at(y, x, channel))).reduce((a, b) => a + b) / 6;

describe('a picture', () => {
  it('of a channel reads the mean of its map, of a place the activation there', () => {
    expect(read(stem(5))).toBeCloseTo(mean(5), 6);
    expect(read(stem(5, 1, { x: 2, y: 0 }))).toBeCloseTo(at(0, 2, 5), 6);
  });

  it('of the middle reads where Lucent does: ⌊height/2⌋ down, ⌊width/2⌋ across', () => {
    expect(read(stem(5, 1, {}))).toBeCloseTo(at(1, 1, 5), 6);
    expect(read(stem(5, 1, { x: 2 }))).toBeCloseTo(at(1, 2, 5), 6);
  });

  it('of several terms reads their weighted sum, means and places together, one neuron also twice', () => {
    const sum = read(stem(5, 2), stem(7, -1, { x: 0, y: 1 }), stem(5, 0.5));
    expect(sum).toBeCloseTo(2.5 * mean(5) - at(1, 0, 7), 5);
  });

  it('of two layers reads each by a tensor of its own, as small as it can be', () => {
    const terms = [stem(5), { layer: 'stage1.block0', channel: 3, weight: 1 }];
    const { stem: first, 'stage1.block0': second } = selectionsOf([terms, [stem(2)]], architecture, maps);
    expect([first!.shape, second!.shape]).toEqual([
      [2, 1, 1, 16],
      [2, 1, 1, 16],
    ]);
    expect([...second!.dataSync()].slice(16)).toEqual(new Array(16).fill(0));
    expect(selectionsOf([[stem(5, 1, {})]], architecture, maps).stem!.shape).toEqual([1, 2, 3, 16]);
  });
});
