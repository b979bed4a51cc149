import { findTopImagesJob, LayerTopImages, TestImage } from '@kindred/core';
import {
  digestOf,
  disposeWeights,
  findTopImages as find,
  type TopImages,
  topImagesDefinition,
} from '@kindred/ml';
import { drive } from './drive.ts';
import { loadMember, loadTestImages, loadWeights } from './family.ts';
import { keepTestImages } from './keep-test-images.ts';
import { defineTask } from './task.ts';

/** A statement takes 65,535 values. */
const insertedAtOnce = 1000;

/** Finds the test images that excite each channel of a layer most in each model, and keeps those images as pictures. */
export const findTopImages = defineTask(findTopImagesJob, async ({ modelIds, layer }, context) => {
  const first = await loadMember(context, modelIds[0]!);
  const images = await loadTestImages(context, first);
  const { backend, codeVersion } = context;
  const origin = { dataset: first.data.name, dataDigest: digestOf(images), backend, codeVersion };
  const found: TopImages[] = [];
  for (const modelId of modelIds) {
    const member = await loadMember(context, modelId);
    const { architecture, data } = member;
    const weights = await loadWeights(context, member);
    const before = found.length * images.count;
    const report = (done: number) =>
      context.report({ done: before + done, total: modelIds.length * images.count, unit: 'images' });
    found.push(await drive(find({ architecture, layer, weights, data, images }), report));
    disposeWeights(weights);
  }
  const shown = [...new Set(found.flatMap((top) => [...top.images]))].sort((a, b) => a - b);
  const pictures = await keepTestImages(context, first, images, shown);
  const rows = found.map((top, place) => ({
    modelId: modelIds[place]!,
    layer,
    ...columnsOf(top),
    images: images.count,
    ...origin,
  }));
  return async (transaction) => {
    // Ended by another layer's job, one of them may be there by now.
    for (let start = 0; start < pictures.length; start += insertedAtOnce) {
      const block = pictures.slice(start, start + insertedAtOnce);
      await transaction.createQueryBuilder().insert().into(TestImage).values(block).orIgnore().execute();
    }
    await transaction.upsert(LayerTopImages, rows, ['modelId', 'layer']);
  };
});

const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Float32Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

function columnsOf({ kept, height, width, images, activations, places, means, activeShares }: TopImages) {
  return {
    channels: means.length,
    kept,
    mapHeight: height,
    mapWidth: width,
    imageIndices: bytesOf(images),
    activations: bytesOf(activations),
    places: bytesOf(places),
    means: bytesOf(means),
    activeShares: bytesOf(activeShares),
    definition: topImagesDefinition,
  };
}
