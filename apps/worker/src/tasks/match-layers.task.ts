import { LayerMatch, matchLayersJob } from '@kindred/core';
import {
  correlateChannels,
  digestOf,
  disposeWeights,
  findLayer,
  narrowImages,
  placesBetween,
} from '@kindred/ml';
import { drive } from './drive.ts';
import { loadMember, loadTestImages, loadWeights } from './family.ts';
import { defineTask } from './task.ts';

/** Correlates the channels of each layer in two models, on the first test images. */
export const matchLayers = defineTask(
  matchLayersJob,
  async ({ modelId, otherId, layers, images: count }, context) => {
    const [member, other] = [await loadMember(context, modelId), await loadMember(context, otherId)];
    const { architecture, data } = member;
    const images = narrowImages(await loadTestImages(context, member), placesBetween(0, count));
    const first = await loadWeights(context, member);
    const second = await loadWeights(context, other);
    const rows: Partial<LayerMatch>[] = [];
    for (const [index, layer] of layers.entries()) {
      const report = (done: number) =>
        context.report({ done: index * count + done, total: layers.length * count, unit: 'images' });
      const plan = { architecture, layer, first, second, data, images };
      const correlations = await drive(correlateChannels(plan), report);
      rows.push({
        modelId,
        otherId,
        layer,
        channels: findLayer(architecture, layer).channels,
        dataset: data.name,
        dataDigest: digestOf(images),
        images: count,
        correlations: Buffer.from(correlations.buffer),
        backend: context.backend,
        codeVersion: context.codeVersion,
      });
    }
    disposeWeights(first);
    disposeWeights(second);
    return async (transaction) => {
      await transaction.upsert(LayerMatch, rows, ['modelId', 'otherId', 'layer', 'images']);
    };
  },
);
