import * as tf from '@tensorflow/tfjs';
import { sequentialWiring } from '../pruning/sequential-wiring.ts';
import type { Architecture } from './architecture.ts';
import { batchNorm, classifier, convolution } from './tensor-specs.ts';

const widths = [16, 32, 64];

/** Each convolution, with the channels that it takes; the first takes the picture's. */
const convolutions = widths.map((channels, index) => ({
  layer: `conv${index + 1}`,
  norm: `bn${index + 1}`,
  channelsBefore: widths[index - 1],
  channels,
}));

/** The smallest network here, for demonstrations: three normalised convolutions with pools between them, for 28² or 32² pictures. */
export const convNet: Architecture = {
  name: 'convnet',
  description:
    'A small network for small images: three convolutions of 16, 32 and 64 channels with pools between.',
  smallestSide: 4,
  layers: convolutions.map(({ layer, channels }) => ({ name: layer, channels })),
  tensors: ({ channels: ofPicture, classes }) => [
    ...convolutions.flatMap(({ layer, norm, channelsBefore = ofPicture, channels }) => [
      convolution(layer, 3, channelsBefore, channels),
      ...batchNorm(norm, channels),
    ]),
    ...classifier('fc', widths.at(-1)!, classes),
  ],
  wiring: sequentialWiring,
  *forward(pass, images) {
    let x = images;
    for (const { layer, norm, channelsBefore } of convolutions) {
      const halved = channelsBefore === undefined ? x : tf.maxPool(x, 2, 2, 'valid');
      x = tf.relu(pass.convolveAndNormalize(halved, layer, norm));
      yield x;
    }
    return pass.linear(tf.mean(x, [1, 2]), 'fc');
  },
};
