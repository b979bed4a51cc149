import type * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { findLayer } from '../architectures/find-layer.ts';
import { compile } from '../compiler/compile.ts';
import { stepThrough } from '../compiler/step-through.ts';
import { type Dataset, type Images, imagesInTurn } from '../datasets/dataset.ts';
import { toTensor } from '../datasets/to-tensor.ts';
import type { Weights } from '../networks/pass.ts';
import { type ChannelMoments, channelMoments } from './channel-moments.ts';

/** Images that go through the networks at once. */
const batchSize = 250;

/** A variance below this share of the mean square is rounding: the channel never changes. */
const constantShare = 1e-6;

export interface CorrelationPlan {
  architecture: Architecture;
  layer: string;
  first: Weights;
  second: Weights;
  data: Dataset;
  images: Images;
}

/**
 * Pearson's correlation of each channel of a layer in one model with each in another, over all images and all places of the map
 * (Li et al., 2016). Yields the number of images done after each batch; returns [channels, channels], rows for the first model.
 * A channel that never changes correlates with none: 0.
 */
export async function* correlateChannels(plan: CorrelationPlan): AsyncGenerator<number, Float32Array> {
  const { architecture, layer, first, second, data, images } = plan;
  const { channels } = findLayer(architecture, layer);
  const means = emptyMeans(channels);
  const run = await compile(channelMoments, { architecture, layer }, { first, second }).start({});
  try {
    let done = 0;
    for await (const moments of stepThrough(run, batches(images, data))) {
      const batch = Math.min(batchSize, images.count - done);
      await addTo(means, moments, batch / images.count);
      done += batch;
      yield done;
    }
  } finally {
    run.dispose();
  }
  return correlationsOf(means, channels);
}

type Means = Record<keyof ChannelMoments, Float64Array>;

function emptyMeans(channels: number): Means {
  const vector = () => new Float64Array(channels);
  return {
    first: vector(),
    firstSquared: vector(),
    second: vector(),
    secondSquared: vector(),
    together: new Float64Array(channels * channels),
  };
}

function* batches(images: Images, data: Dataset): Generator<{ images: tf.Tensor4D }> {
  for (const batch of imagesInTurn(images, batchSize))
    yield { images: toTensor(batch, 0, batch.count, data) };
}

async function addTo(means: Means, moments: ChannelMoments, share: number): Promise<void> {
  for (const [name, moment] of Object.entries(moments) as [keyof ChannelMoments, tf.Tensor][]) {
    const values = await moment.data();
    moment.dispose();
    const mean = means[name];
    for (let index = 0; index < mean.length; index++) mean[index]! += share * values[index]!;
  }
}

function correlationsOf(means: Means, channels: number): Float32Array {
  const ours = deviations(means.first, means.firstSquared);
  const theirs = deviations(means.second, means.secondSquared);
  const correlations = new Float32Array(channels * channels);
  for (let row = 0; row < channels; row++) {
    for (let column = 0; column < channels; column++) {
      const scale = ours[row]! * theirs[column]!;
      const place = row * channels + column;
      const covariance = means.together[place]! - means.first[row]! * means.second[column]!;
      correlations[place] = scale === 0 ? 0 : Math.max(-1, Math.min(1, covariance / scale));
    }
  }
  return correlations;
}

/** 0 for a channel that never changes. */
function deviations(means: Float64Array, squares: Float64Array): Float64Array {
  return means.map((mean, channel) => {
    const variance = squares[channel]! - mean ** 2;
    return variance > constantShare * squares[channel]! ? Math.sqrt(variance) : 0;
  });
}
