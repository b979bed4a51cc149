import { findTopImagesJob, Job, LayerTopImages, TestImage } from '@kindred/core';
import {
  DomainError,
  digestOf,
  disposeWeights,
  findTopImages as find,
  type Images,
  type TopImages,
  topImagesDefinition,
} from '@kindred/ml';
import { drive } from './drive.ts';
import { type FamilyMember, loadMember, loadTestImages, loadWeights } from './family.ts';
import { keepTestImages } from './keep-test-images.ts';
import { defineTask, type TaskContext } from './task.ts';

/** A statement takes 65,535 values. */
const insertedAtOnce = 1000;

/**
 * Finds the test images that excite each channel of a layer most in each model, and keeps those images as pictures. A model whose
 * weights or activations aren't finite is left out, and the job says so; it fails where no other is left.
 */
export const findTopImages = defineTask(findTopImagesJob, async ({ modelIds, layer }, context) => {
  const first = await loadMember(context, modelIds[0]!);
  const images = await loadTestImages(context, first);
  const { backend, codeVersion } = context;
  const origin = { dataset: first.data.name, dataDigest: digestOf(images), backend, codeVersion };
  const found: { modelId: string; top: TopImages }[] = [];
  const leftOut: string[] = [];
  for (const [place, modelId] of modelIds.entries()) {
    const member = await loadMember(context, modelId);
    const before = place * images.count;
    const report = (done: number) =>
      context.report({ done: before + done, total: modelIds.length * images.count, unit: 'images' });
    try {
      found.push({ modelId, top: await drive(lookThrough(context, member, layer, images), report) });
    } catch (error) {
      // That one diverged is no reason to keep its relatives' images from people.
      if (!(error instanceof DomainError && error.code === 'BAD_INPUT')) throw error;
      leftOut.push(`${member.model.name} is left out: ${error.message}`);
    }
  }
  if (found.length === 0) throw new DomainError('BAD_INPUT', leftOut.join(' '));
  const shown = [...new Set(found.flatMap(({ top }) => [...top.images]))].sort((a, b) => a - b);
  const pictures = await keepTestImages(context, first, images, shown);
  const rows = found.map(({ modelId, top }) => ({
    modelId,
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
    if (leftOut.length > 0)
      await transaction.update(Job, { id: context.job.id }, { error: leftOut.join(' ') });
  };
});

/** Throws BAD_INPUT for weights or activations that aren't finite. */
async function* lookThrough(
  context: TaskContext,
  member: FamilyMember,
  layer: string,
  images: Images,
): AsyncGenerator<number, TopImages> {
  const { architecture, data } = member;
  const weights = await loadWeights(context, member);
  try {
    return yield* find({ architecture, layer, weights, data, images });
  } finally {
    disposeWeights(weights);
  }
}

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
