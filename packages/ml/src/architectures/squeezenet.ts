import * as tf from '@tensorflow/tfjs';
import { badInput } from '../errors/domain-error.ts';
import type { Pass } from '../networks/pass.ts';
import { normsOf, type Part, type Wire, wiresFrom } from '../pruning/wiring.ts';
import type { Architecture, TensorSpec } from './architecture.ts';
import { maxPool } from './max-pool.ts';
import { biasedConvolution } from './tensor-specs.ts';

const imageNetClasses = 1000;

const fires: Fire[] = [
  { name: 'fire2', channelsIn: 96, squeezed: 16, expanded: 64, poolBefore: true },
  { name: 'fire3', channelsIn: 128, squeezed: 16, expanded: 64 },
  { name: 'fire4', channelsIn: 128, squeezed: 32, expanded: 128 },
  { name: 'fire5', channelsIn: 256, squeezed: 32, expanded: 128, poolBefore: true },
  { name: 'fire6', channelsIn: 256, squeezed: 48, expanded: 192 },
  { name: 'fire7', channelsIn: 384, squeezed: 48, expanded: 192 },
  { name: 'fire8', channelsIn: 384, squeezed: 64, expanded: 256 },
  { name: 'fire9', channelsIn: 512, squeezed: 64, expanded: 256, poolBefore: true },
];

/**
 * SqueezeNet 1.0 of Iandola et al. (2016), as in Caffe: pools that round up, and a classifier, conv10, that is a padded
 * 1×1 convolution and a layer of neurons too. For ImageNet; pictures of 64×64 and more.
 */
export const squeezeNet: Architecture = {
  name: 'squeezenet1_0',
  description: 'SqueezeNet 1.0 for ImageNet: eight fire modules that squeeze to few channels and expand.',
  smallestSide: 7,
  classes: imageNetClasses,
  layers: [
    { name: 'conv1', channels: 96 },
    ...fires.map(({ name, expanded }) => ({ name, channels: 2 * expanded })),
    { name: 'conv10', channels: imageNetClasses },
  ],
  tensors({ channels, classes }) {
    if (classes !== imageNetClasses)
      throw badInput(`squeezenet1_0 has ImageNet's ${imageNetClasses} classes; ${classes} came.`);
    return [
      ...biasedConvolution('conv1', 7, channels, 96),
      ...fires.flatMap(fireTensors),
      ...biasedConvolution('conv10', 1, 512, classes).map((spec) => ({ ...spec, prunable: false })),
    ];
  },
  wiring: (specs) => ({ wires: fireWires(), norms: normsOf(specs) }),
  *forward(pass, images) {
    let x = tf.relu(pass.convolve(images, 'conv1', { stride: 2, padding: 0 }));
    yield x;
    for (const fire of fires) {
      x = fireModule(pass, fire.poolBefore ? maxPool(x, 3, 2) : x, fire);
      yield x;
    }
    x = tf.relu(pass.convolve(x, 'conv10', { padding: 1 }));
    yield x;
    return tf.mean(x, [1, 2]);
  },
};

interface Fire {
  name: string;
  channelsIn: number;
  squeezed: number;
  /** Channels of each of the two expansions. */
  expanded: number;
  poolBefore?: boolean;
}

function fireTensors({ name, channelsIn, squeezed, expanded }: Fire): TensorSpec[] {
  return [
    ...biasedConvolution(`${name}.squeeze`, 1, channelsIn, squeezed),
    ...biasedConvolution(`${name}.expand1x1`, 1, squeezed, expanded),
    ...biasedConvolution(`${name}.expand3x3`, 3, squeezed, expanded),
  ];
}

/** A fire reads the two expansions of the one before it, their channels one after the other. */
function fireWires(): Wire[] {
  let parts: Part[] = [{ layer: 'conv1', channels: 96 }];
  const wires = fires.flatMap(({ name, squeezed, expanded }) => {
    const expansions = [`${name}.expand1x1`, `${name}.expand3x3`];
    const inside = wiresFrom([{ layer: `${name}.squeeze`, channels: squeezed }], expansions);
    const before = wiresFrom(parts, [`${name}.squeeze`]);
    parts = expansions.map((layer) => ({ layer, channels: expanded }));
    return [...before, ...inside];
  });
  return [...wires, ...wiresFrom(parts, ['conv10'])];
}

function fireModule(pass: Pass, x: tf.Tensor4D, { name }: Fire): tf.Tensor4D {
  const squeezed = tf.relu(pass.convolve(x, `${name}.squeeze`));
  const expanded = [`${name}.expand1x1`, `${name}.expand3x3`].map((part) => pass.convolve(squeezed, part));
  return tf.relu(tf.concat(expanded, 3));
}
