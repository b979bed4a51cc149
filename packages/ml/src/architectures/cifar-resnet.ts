import * as tf from '@tensorflow/tfjs';
import type { Pass } from '../networks/pass.ts';
import type { Architecture, TensorSpec } from './architecture.ts';
import { batchNorm, classifier, convolution } from './tensor-specs.ts';

const widths = [16, 32, 64];

/**
 * The CIFAR ResNet of He et al. (2015), §4.2, with shortcut option A: every second pixel, zero-padded channels.
 * @param depth 6n + 2: 8, 20, 32, 44, 56 or 110
 */
export function cifarResNet(depth: number): Architecture {
  const blocksPerStage = (depth - 2) / 6;
  const blocks = widths.flatMap((channels, stage) =>
    Array.from({ length: blocksPerStage }, (_, index) => ({
      layer: `stage${stage + 1}.block${index}`,
      name: `layer${stage + 1}.${index}`,
      channelsIn: index > 0 ? channels : (widths[stage - 1] ?? channels),
      channels,
      stride: index === 0 && stage > 0 ? 2 : 1,
    })),
  );
  return {
    name: `resnet${depth}`,
    description: `ResNet-${depth} for small images: three stages of ${blocksPerStage} blocks, 16, 32 and 64 channels.`,
    layers: [
      { name: 'stem', channels: widths[0]! },
      ...blocks.map(({ layer, channels }) => ({ name: layer, channels })),
    ],
    tensors: ({ channels, classes }) => [
      convolution('conv1', 3, channels, widths[0]!),
      ...batchNorm('bn1', widths[0]!),
      ...blocks.flatMap(blockTensors),
      ...classifier('linear', widths.at(-1)!, classes),
    ],
    *forward(pass, images) {
      let x = tf.relu(pass.convolveAndNormalize(images, 'conv1', 'bn1'));
      yield x;
      for (const block of blocks) {
        x = residualBlock(pass, x, block);
        yield x;
      }
      return pass.linear(tf.mean(x, [1, 2]), 'linear');
    },
  };
}

interface Block {
  /** PyTorch's name of the block. */
  name: string;
  channelsIn: number;
  channels: number;
  stride: number;
}

function blockTensors({ name, channelsIn, channels }: Block): TensorSpec[] {
  return [
    convolution(`${name}.conv1`, 3, channelsIn, channels),
    ...batchNorm(`${name}.bn1`, channels),
    convolution(`${name}.conv2`, 3, channels, channels),
    ...batchNorm(`${name}.bn2`, channels),
  ];
}

function residualBlock(pass: Pass, x: tf.Tensor4D, { name, channels, stride }: Block): tf.Tensor4D {
  const inner = tf.relu(pass.convolveAndNormalize(x, `${name}.conv1`, `${name}.bn1`, stride));
  const residual = pass.convolveAndNormalize(inner, `${name}.conv2`, `${name}.bn2`);
  return tf.relu(tf.add(residual, shortcut(x, channels, stride)));
}

/** Option A, written as the 1×1 convolution that it is: a fixed selection of channels at every second pixel. */
function shortcut(x: tf.Tensor4D, channels: number, stride: number): tf.Tensor4D {
  const channelsIn = x.shape[3];
  if (channels === channelsIn && stride === 1) return x;
  const before = Math.floor((channels - channelsIn) / 2);
  const selection = tf.pad(tf.eye(channelsIn), [
    [0, 0],
    [before, channels - channelsIn - before],
  ]);
  return tf.conv2d(x, tf.reshape(selection, [1, 1, channelsIn, channels]), stride, 'valid');
}
