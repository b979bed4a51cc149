import * as tf from '@tensorflow/tfjs';
import { beforeEach, describe, it } from 'vitest';
import { findArchitecture } from '../../architectures/registry.ts';
import { computeActivation } from '../../networks/compute-activation.ts';
import { inferencePass } from '../../networks/inference-pass.ts';
import { initializeWeights } from '../../networks/initialize.ts';
import { startRuntime } from '../../runtime/start-runtime.ts';
import { drawNormals } from '../trace/random-tensors.fixture.ts';
import { expectLowered } from './expect-lowered.fixture.ts';

beforeEach(() => startRuntime('cpu'));

describe('what a neuron wants to see more of', () => {
  it.each([
    ['convnet', 'conv3', 10],
    ['wrn-16-4', 'stage2.block0', 10],
    ['squeezenet1_0', 'fire5', 1000],
    ['inceptionv1', 'mixed4a', 1008],
    ['googlenet', 'inception4a', 1000],
  ])('in %s, %s, is the gradient that tfjs has', async (name, layer, classes) => {
    const architecture = findArchitecture(name);
    const weights = initializeWeights(architecture.tensors({ channels: 3, classes }), 1);
    const brightest = (images: tf.Tensor, given: tf.NamedTensorMap): tf.Scalar => {
      const pass = inferencePass(given);
      const activation = computeActivation(architecture, pass, images as tf.Tensor4D, layer);
      return tf.sum(tf.slice(activation, [0, 0, 0, 7], [-1, -1, -1, 1]));
    };
    const inputs = { weights, images: drawNormals(name)<tf.Rank.R4>(2, 32, 32, 3) };
    await expectLowered(
      ({ weights, images }) => ({ gradient: tf.grad((x) => brightest(x, weights))(images) }),
      inputs,
      { constants: { weights } },
    );
  });
});
