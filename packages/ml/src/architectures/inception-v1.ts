import * as tf from '@tensorflow/tfjs';
import type { Geometry, Pass } from '../networks/pass.ts';
import { normsOf, wiresFrom } from '../pruning/wiring.ts';
import type { Architecture, TensorSpec } from './architecture.ts';
import {
  googLeNetChannels,
  type InceptionModule,
  type InceptionNames,
  inceptionModules,
  inceptionWires,
} from './inception-modules.ts';
import { biasedConvolution, classifier } from './tensor-specs.ts';

/** As trained, 4a and 5a differ from the paper's table. */
const modules = inceptionModules(
  { ...googLeNetChannels, '4a': [192, 96, 204, 16, 48, 64], '5a': [256, 160, 320, 48, 128, 128] },
  192,
);

/**
 * The InceptionV1 of feature visualization (`inception5h`, 2015): a GoogLeNet with local responses and without batch
 * normalisation, whose neurons Lucid and Lucent number as here. Names are those of Lucent's file, paddings TensorFlow's.
 * For pictures of 224×224 as x·255 − 117; 1008 classes in the published weights.
 */
export const inceptionV1: Architecture = {
  name: 'inceptionv1',
  description: 'InceptionV1 for ImageNet, as in feature visualization: nine modules of four branches each.',
  layers: [
    { name: 'conv2d0', channels: 64 },
    { name: 'conv2d1', channels: 64 },
    { name: 'conv2d2', channels: 192 },
    ...modules.map(({ stage, channelsOut }) => ({ name: `mixed${stage}`, channels: channelsOut })),
  ],
  tensors: ({ channels, classes }) => [
    ...convolutionOf('conv2d0', 7, channels, 64),
    ...convolutionOf('conv2d1', 1, 64, 64),
    ...convolutionOf('conv2d2', 3, 64, 192),
    ...modules.flatMap(moduleTensors),
    ...classifier('softmax2_pre_activation_matmul', modules.at(-1)!.channelsOut, classes),
  ],
  wiring: (specs) => ({
    // Local responses are normalised across channels: their windows would close over one that is left out.
    wires: [
      ...wiresFrom([{ layer: layerName('conv2d0'), channels: 64 }], [layerName('conv2d1')], true),
      ...wiresFrom([{ layer: layerName('conv2d1'), channels: 64 }], [layerName('conv2d2')]),
      ...inceptionWires(modules, namesOf, {
        stem: layerName('conv2d2'),
        classifier: 'softmax2_pre_activation_matmul',
        bound: true,
      }),
    ],
    norms: normsOf(specs),
  }),
  *forward(pass, images) {
    let x = convolve(pass, images, 'conv2d0', { stride: 2, padding: 'same' });
    yield x;
    x = convolve(pass, normalizeResponses(halve(x)), 'conv2d1');
    yield x;
    x = convolve(pass, x, 'conv2d2');
    yield x;
    x = normalizeResponses(x);
    for (const module of modules) {
      x = inceptionModule(pass, module.poolBefore ? halve(x) : x, module);
      yield x;
    }
    return pass.linear(tf.mean(x, [1, 2]), 'softmax2_pre_activation_matmul');
  },
};

const layerName = (name: string): string => `${name}_pre_relu_conv`;

const namesOf = (stage: string): InceptionNames => ({
  one: layerName(`mixed${stage}_1x1`),
  beforeThree: layerName(`mixed${stage}_3x3_bottleneck`),
  three: layerName(`mixed${stage}_3x3`),
  beforeFive: layerName(`mixed${stage}_5x5_bottleneck`),
  five: layerName(`mixed${stage}_5x5`),
  pooled: layerName(`mixed${stage}_pool_reduce`),
});

const convolutionOf = (name: string, size: number, channelsIn: number, channelsOut: number): TensorSpec[] =>
  biasedConvolution(layerName(name), size, channelsIn, channelsOut);

const convolve = (pass: Pass, x: tf.Tensor4D, name: string, geometry?: Geometry): tf.Tensor4D =>
  tf.relu(pass.convolve(x, layerName(name), geometry));

const halve = (x: tf.Tensor4D): tf.Tensor4D => tf.maxPool(x, 3, 2, 'same');

/** x / √(2 + 10⁻⁴ · Σ x² over the eleven nearest channels): the trained graph's values, which Lucent's port changes. */
const normalizeResponses = (x: tf.Tensor4D): tf.Tensor4D => tf.localResponseNormalization(x, 5, 2, 1e-4, 0.5);

function moduleTensors({ stage, channelsIn, channels }: InceptionModule): TensorSpec[] {
  const [one, beforeThree, three, beforeFive, five, pooled] = channels;
  return [
    ...convolutionOf(`mixed${stage}_1x1`, 1, channelsIn, one),
    ...convolutionOf(`mixed${stage}_3x3_bottleneck`, 1, channelsIn, beforeThree),
    ...convolutionOf(`mixed${stage}_5x5_bottleneck`, 1, channelsIn, beforeFive),
    ...convolutionOf(`mixed${stage}_pool_reduce`, 1, channelsIn, pooled),
    ...convolutionOf(`mixed${stage}_3x3`, 3, beforeThree, three),
    ...convolutionOf(`mixed${stage}_5x5`, 5, beforeFive, five),
  ];
}

function inceptionModule(pass: Pass, x: tf.Tensor4D, { stage }: InceptionModule): tf.Tensor4D {
  const branch = (x: tf.Tensor4D, part: string) => convolve(pass, x, `mixed${stage}_${part}`);
  return tf.concat(
    [
      branch(x, '1x1'),
      branch(branch(x, '3x3_bottleneck'), '3x3'),
      branch(branch(x, '5x5_bottleneck'), '5x5'),
      branch(tf.maxPool(x, 3, 1, 'same'), 'pool_reduce'),
    ],
    3,
  );
}
