import * as tf from '@tensorflow/tfjs';
import type { Pass } from '../networks/pass.ts';
import { residualWiring } from '../pruning/wiring.ts';
import type { Architecture, TensorSpec } from './architecture.ts';
import { blockDropouts } from './block-dropouts.ts';
import { batchNorm, classifier, convolution } from './tensor-specs.ts';

const stemChannels = 16;

/**
 * The wide residual network of Zagoruyko & Komodakis (2016), WRN-depth-widening: blocks that normalise and activate before
 * they convolve, with dropout between their convolutions where a pass has masks for it. A layer's activation is the sum that
 * leaves a block, not yet normalised.
 * @param depth 6n + 4: 10, 16, 22, 28, 40 …
 * @param widening of the stages' 16, 32 and 64 channels
 */
export function wideResNet(depth: number, widening: number): Architecture {
  const blocksPerStage = (depth - 4) / 6;
  const widths = [1, 2, 4].map((factor) => stemChannels * factor * widening);
  const blocks = widths.flatMap((channels, stage) =>
    Array.from({ length: blocksPerStage }, (_, index) => ({
      layer: `stage${stage + 1}.block${index}`,
      name: `block${stage + 1}.layer.${index}`,
      stage,
      channelsIn: index > 0 ? channels : (widths[stage - 1] ?? stemChannels),
      channels,
      stride: index === 0 && stage > 0 ? 2 : 1,
    })),
  );
  return {
    name: `wrn-${depth}-${widening}`,
    description: `WideResNet-${depth}-${widening} for small images: three stages of ${blocksPerStage} blocks, ${widths[0]}, ${widths[1]} and ${widths[2]} channels.`,
    layers: [
      { name: 'stem', channels: stemChannels },
      ...blocks.map(({ layer, channels }) => ({ name: layer, channels })),
    ],
    tensors: ({ channels, classes }) => [
      convolution('conv1', 3, channels, stemChannels),
      ...blocks.flatMap(blockTensors),
      ...batchNorm('bn1', widths.at(-1)!),
      ...classifier('fc', widths.at(-1)!, classes),
    ],
    wiring: residualWiring,
    dropouts: blockDropouts(blocks),
    *forward(pass, images) {
      let x = pass.convolve(images, 'conv1');
      yield x;
      for (const block of blocks) {
        x = preActivationBlock(pass, x, block);
        yield x;
      }
      return pass.linear(tf.mean(tf.relu(pass.normalize(x, 'bn1')), [1, 2]), 'fc');
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
    ...batchNorm(`${name}.bn1`, channelsIn),
    convolution(`${name}.conv1`, 3, channelsIn, channels),
    ...batchNorm(`${name}.bn2`, channels),
    convolution(`${name}.conv2`, 3, channels, channels),
    ...(channels === channelsIn ? [] : [convolution(`${name}.convShortcut`, 1, channelsIn, channels)]),
  ];
}

/** Where the channels change, the shortcut starts from the activated input: a 1×1 convolution. */
function preActivationBlock(pass: Pass, x: tf.Tensor4D, { name, channels, stride }: Block): tf.Tensor4D {
  const activated = tf.relu(pass.normalize(x, `${name}.bn1`));
  const inner = tf.relu(pass.convolveAndNormalize(activated, `${name}.conv1`, `${name}.bn2`, stride));
  const residual = pass.convolve(pass.dropout(inner, `${name}.dropout`), `${name}.conv2`);
  const shortcut = x.shape[3] === channels ? x : pass.convolve(activated, `${name}.convShortcut`, { stride });
  return tf.add(residual, shortcut);
}
