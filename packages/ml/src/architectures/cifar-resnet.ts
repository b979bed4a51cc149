import * as tf from '@tensorflow/tfjs';
import { badInput, isPositiveInteger } from '../errors/domain-error.ts';
import type { Pass } from '../networks/pass.ts';
import { residualWiring } from '../pruning/wiring.ts';
import type { Architecture, TensorSpec } from './architecture.ts';
import { blockDropouts } from './block-dropouts.ts';
import { batchNorm, classifier, convolution } from './tensor-specs.ts';

const widths = [16, 32, 64];

/**
 * The CIFAR ResNet of He et al. (2015), §4.2, with shortcut option A: every second pixel, zero-padded channels. A pass that has
 * masks for it drops units between the convolutions of its blocks, as WideResNets do.
 * @param depth 6n + 2: 8, 20, 32, 44, 56 or 110
 */
export const cifarResNet = (depth: number): Architecture => narrowCifarResNet(depth, []);

/**
 * The same with other widths inside its blocks, as structured pruning leaves them: what enters and leaves a block is added to a
 * shortcut and keeps its width.
 * @param innerChannels between the two convolutions of each block, in order; none for the widths of the stages
 */
export function narrowCifarResNet(depth: number, innerChannels: readonly number[]): Architecture {
  const blocksPerStage = (depth - 2) / 6;
  requireInnerChannels(innerChannels, 3 * blocksPerStage);
  const blocks = widths.flatMap((channels, stage) =>
    Array.from({ length: blocksPerStage }, (_, index) => ({
      layer: `stage${stage + 1}.block${index}`,
      name: `layer${stage + 1}.${index}`,
      stage,
      channelsIn: index > 0 ? channels : (widths[stage - 1] ?? channels),
      inner: innerChannels[stage * blocksPerStage + index] ?? channels,
      channels,
      stride: index === 0 && stage > 0 ? 2 : 1,
    })),
  );
  const narrow = innerChannels.length > 0;
  return {
    name: [`resnet${depth}`, ...(narrow ? ['inner', ...innerChannels] : [])].join('-'),
    description: `ResNet-${depth} for small images: three stages of ${blocksPerStage} blocks, 16, 32 and 64 channels${
      narrow ? `; inside the blocks ${innerChannels.join(', ')}` : ''
    }.`,
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
    wiring: residualWiring,
    dropouts: blockDropouts(blocks.map(({ inner, ...block }) => ({ ...block, channels: inner }))),
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
  /** Channels between the two convolutions. */
  inner: number;
  channels: number;
  stride: number;
}

function requireInnerChannels(innerChannels: readonly number[], blocks: number): void {
  if (innerChannels.length === 0) return;
  if (innerChannels.length !== blocks || !innerChannels.every(isPositiveInteger))
    throw badInput(
      `Inner channels [${innerChannels}] came; ${blocks} whole numbers of 1 or more are needed, one a block.`,
    );
}

function blockTensors({ name, channelsIn, inner, channels }: Block): TensorSpec[] {
  return [
    convolution(`${name}.conv1`, 3, channelsIn, inner),
    ...batchNorm(`${name}.bn1`, inner),
    convolution(`${name}.conv2`, 3, inner, channels),
    ...batchNorm(`${name}.bn2`, channels),
  ];
}

function residualBlock(pass: Pass, x: tf.Tensor4D, { name, channels, stride }: Block): tf.Tensor4D {
  const inner = tf.relu(pass.convolveAndNormalize(x, `${name}.conv1`, `${name}.bn1`, stride));
  const residual = pass.convolveAndNormalize(
    pass.dropout(inner, `${name}.dropout`),
    `${name}.conv2`,
    `${name}.bn2`,
  );
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
