import * as tf from '@tensorflow/tfjs';
import type { Pass } from '../networks/pass.ts';
import { normsOf, wiresFrom } from '../pruning/wiring.ts';
import type { Architecture, TensorSpec } from './architecture.ts';
import {
  googLeNetChannels,
  type InceptionModule,
  type InceptionNames,
  inceptionModules,
  inceptionWires,
} from './inception-modules.ts';
import { maxPool } from './max-pool.ts';
import { batchNorm, classifier, convolution } from './tensor-specs.ts';

const modules = inceptionModules(googLeNetChannels, 192);

/** TensorFlow's, where the published weights come from. */
const epsilon = 1e-3;

/**
 * GoogLeNet with batch normalisation as torchvision has it, under its names: pools that round up, 3×3 where the paper has
 * 5×5, and no auxiliary heads. For ImageNet, pictures of 224×224; the published weights want pixels in [−1, 1].
 */
export const googLeNet: Architecture = {
  name: 'googlenet',
  description:
    'GoogLeNet for ImageNet with batch normalisation: nine inception modules of four branches each.',
  layers: [
    { name: 'conv1', channels: 64 },
    { name: 'conv2', channels: 64 },
    { name: 'conv3', channels: 192 },
    ...modules.map(({ stage, channelsOut }) => ({ name: `inception${stage}`, channels: channelsOut })),
  ],
  tensors: ({ channels, classes }) => [
    ...normalized('conv1', 7, channels, 64),
    ...normalized('conv2', 1, 64, 64),
    ...normalized('conv3', 3, 64, 192),
    ...modules.flatMap(moduleTensors),
    ...classifier('fc', modules.at(-1)!.channelsOut, classes),
  ],
  wiring: (specs) => ({
    wires: [
      ...wiresFrom([{ layer: 'conv1.conv', channels: 64 }], ['conv2.conv']),
      ...wiresFrom([{ layer: 'conv2.conv', channels: 64 }], ['conv3.conv']),
      ...inceptionWires(modules, namesOf, { stem: 'conv3.conv', classifier: 'fc' }),
    ],
    norms: normsOf(specs),
    normEpsilon: epsilon,
  }),
  *forward(pass, images) {
    let x = convolve(pass, images, 'conv1', 2);
    yield x;
    x = convolve(pass, maxPool(x, 3, 2), 'conv2');
    yield x;
    x = convolve(pass, x, 'conv3');
    yield x;
    for (const module of modules) {
      const poolSize = module.stage === '5a' ? 2 : 3;
      x = inceptionModule(pass, module.poolBefore ? maxPool(x, poolSize, 2) : x, module);
      yield x;
    }
    return pass.linear(tf.mean(x, [1, 2]), 'fc');
  },
};

const normalized = (name: string, size: number, channelsIn: number, channelsOut: number): TensorSpec[] => [
  convolution(`${name}.conv`, size, channelsIn, channelsOut),
  ...batchNorm(`${name}.bn`, channelsOut),
];

const convolve = (pass: Pass, x: tf.Tensor4D, name: string, stride = 1): tf.Tensor4D =>
  tf.relu(pass.convolveAndNormalize(x, `${name}.conv`, `${name}.bn`, stride, epsilon));

const namesOf = (stage: string): InceptionNames => ({
  one: `inception${stage}.branch1.conv`,
  beforeThree: `inception${stage}.branch2.0.conv`,
  three: `inception${stage}.branch2.1.conv`,
  beforeFive: `inception${stage}.branch3.0.conv`,
  five: `inception${stage}.branch3.1.conv`,
  pooled: `inception${stage}.branch4.1.conv`,
});

function moduleTensors({ stage, channelsIn, channels }: InceptionModule): TensorSpec[] {
  const [one, beforeThree, three, beforeFive, five, pooled] = channels;
  const name = `inception${stage}`;
  return [
    ...normalized(`${name}.branch1`, 1, channelsIn, one),
    ...normalized(`${name}.branch2.0`, 1, channelsIn, beforeThree),
    ...normalized(`${name}.branch2.1`, 3, beforeThree, three),
    ...normalized(`${name}.branch3.0`, 1, channelsIn, beforeFive),
    ...normalized(`${name}.branch3.1`, 3, beforeFive, five),
    ...normalized(`${name}.branch4.1`, 1, channelsIn, pooled),
  ];
}

function inceptionModule(pass: Pass, x: tf.Tensor4D, { stage }: InceptionModule): tf.Tensor4D {
  const branch = (x: tf.Tensor4D, part: string) => convolve(pass, x, `inception${stage}.${part}`);
  return tf.concat(
    [
      branch(x, 'branch1'),
      branch(branch(x, 'branch2.0'), 'branch2.1'),
      branch(branch(x, 'branch3.0'), 'branch3.1'),
      branch(tf.maxPool(x, 3, 1, 'same'), 'branch4.1'),
    ],
    3,
  );
}
