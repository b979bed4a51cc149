import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { findArchitecture } from '../architectures/registry.ts';
import { drawStripes, stripes } from '../datasets/stripes.fixture.ts';
import { splitMembers } from '../ensembling/split-members.ts';
import { startRuntime } from '../runtime/start-runtime.ts';
import { initializeWeights } from './initialize.ts';
import { disposeWeights } from './pass.ts';
import { predict } from './predict.ts';

beforeAll(() => startRuntime('wasm'));

const architecture = findArchitecture('resnet8');
const specs = architecture.tensors(stripes);
const sampling = { rate: 0.2, samples: 3, seed: 1, stream: 'dropout-1' };

async function samplesOf(images: number, given = sampling, of = architecture) {
  const weights = initializeWeights(of.tensors(stripes), 1);
  const prediction = predict(of, weights, stripes, drawStripes(images, 'test'), given);
  try {
    for (;;) {
      const { done, value } = await prediction.next();
      if (done) return splitMembers(value, { images, members: given.samples, classes: 2 });
    }
  } finally {
    disposeWeights(weights);
  }
}

describe('Monte Carlo dropout', () => {
  it('predicts each image as often as there are samples, each with other units dropped', async () => {
    const [first, second, third] = (await samplesOf(4)).map(({ data }) => [...data]);
    expect(first).toHaveLength(8);
    expect(second).not.toEqual(first);
    expect(third).not.toEqual(second);
  });

  it('drops the same units for all images, however many there are and in which batch they come', async () => {
    const few = await samplesOf(2);
    const many = await samplesOf(251);
    for (const [sample, { data }] of few.entries())
      for (const [place, value] of data.entries()) expect(many[sample]!.data[place]).toBeCloseTo(value, 5);
  });

  it('with nothing dropped predicts as the network itself', async () => {
    const weights = initializeWeights(specs, 1);
    const plain = predict(architecture, weights, stripes, drawStripes(4, 'test'));
    let step = await plain.next();
    while (!step.done) step = await plain.next();
    disposeWeights(weights);
    for (const { data } of await samplesOf(4, { ...sampling, rate: 0 }))
      expect([...data]).toEqual([...step.value]);
  });

  it('holds nothing afterwards', async () => {
    const before = tf.memory().numTensors;
    await samplesOf(4);
    expect(tf.memory().numTensors).toBe(before);
  });

  it('is refused of a network without dropouts', async () => {
    await expect(samplesOf(4, sampling, findArchitecture('convnet'))).rejects.toThrow(
      'Dropout was asked of convnet, and it has none.',
    );
  });
});
