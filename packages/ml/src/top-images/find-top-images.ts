import type * as tf from '@tensorflow/tfjs';
import type { Architecture } from '../architectures/architecture.ts';
import { findLayer } from '../architectures/find-layer.ts';
import { compile } from '../compiler/compile.ts';
import { stepThrough } from '../compiler/step-through.ts';
import { type Dataset, type Images, imagesInTurn } from '../datasets/dataset.ts';
import { toTensor } from '../datasets/to-tensor.ts';
import { badInput } from '../errors/domain-error.ts';
import { mapSizes } from '../networks/map-sizes.ts';
import type { Weights } from '../networks/pass.ts';
import { type ChannelPeaks, channelPeaks } from './channel-peaks.ts';
import { noneYet, rank, type Strongest } from './strongest.ts';

/** Images that go through the network at once. */
const batchSize = 250;

/** Images that are kept of each channel, where there are so many. */
const mostKept = 9;

/** What `findTopImages` finds, in words that go with it. */
export const topImagesDefinition =
  'top images v1, by the largest activation over all places of the channel’s map; of equal images and places the first';

export interface TopImagesPlan {
  architecture: Architecture;
  layer: string;
  weights: Weights;
  data: Dataset;
  images: Images;
}

/** What excites each channel of a layer most. */
export interface TopImages extends Strongest {
  /** Cells of the layer's map. */
  height: number;
  width: number;
  /** [channels], means over all images of their largest activations. */
  means: Float32Array;
  /** [channels], shares of all images whose largest activation is above 0; 0 for a dead channel. */
  activeShares: Float32Array;
}

/**
 * The images that excite each channel of a layer most, by the maximum over places, as Neuronpedia and OpenAI Microscope choose them.
 * Yields the number of images done after each batch. Throws BAD_INPUT for activations that aren't finite.
 */
export async function* findTopImages(plan: TopImagesPlan): AsyncGenerator<number, TopImages> {
  const { architecture, layer, weights, data, images } = plan;
  const { channels } = findLayer(architecture, layer);
  const top = noneYet(channels, Math.min(mostKept, images.count));
  const [sums, active] = [new Float64Array(channels), new Float64Array(channels)];
  const run = await compile(channelPeaks, { architecture, layer }, { weights }).start({});
  try {
    let done = 0;
    for await (const batch of stepThrough(run, batches(images, data))) {
      const { peaks, places } = await valuesOf(batch, layer);
      for (const [index, peak] of peaks.entries()) {
        const [image, channel] = [done + Math.floor(index / channels), index % channels];
        rank(top, channel, { image, peak, place: places[index]! });
        sums[channel]! += peak;
        if (peak > 0) active[channel]!++;
      }
      done += peaks.length / channels;
      yield done;
    }
  } finally {
    run.dispose();
  }
  const shareOf = (values: Float64Array) => Float32Array.from(values, (value) => value / images.count);
  const { height, width } = mapSizes(architecture, weights, [layer], data)[layer]!;
  return { ...top, height, width, means: shareOf(sums), activeShares: shareOf(active) };
}

function* batches(images: Images, data: Dataset): Generator<{ images: tf.Tensor4D }> {
  for (const batch of imagesInTurn(images, batchSize))
    yield { images: toTensor(batch, 0, batch.count, data) };
}

async function valuesOf(batch: ChannelPeaks, layer: string) {
  const [peaks, places] = await Promise.all([batch.peaks.data(), batch.places.data()]);
  batch.peaks.dispose();
  batch.places.dispose();
  const wrong = peaks.find((peak) => !Number.isFinite(peak));
  if (wrong !== undefined)
    throw badInput(`The activations of ${layer} hold ${wrong}: no image is the strongest of all.`);
  return { peaks, places };
}
