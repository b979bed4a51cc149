import { Evaluation, evaluateModelJob } from '@kindred/core';
import { digestOf, disposeWeights, evaluateModel as measure, predict } from '@kindred/ml';
import { drive } from './drive.ts';
import { definitionOf } from './evaluation-definition.ts';
import { loadMember, loadTestImages, loadWeights } from './family.ts';
import { encodeLogits } from './logits.ts';
import { defineTask } from './task.ts';

/** Measures one model on the experiment's test images, and keeps its logits for any ensemble that it may be part of. */
export const evaluateModel = defineTask(evaluateModelJob, async ({ modelId }, context) => {
  const member = await loadMember(context, modelId);
  const { model, config, architecture, data } = member;
  const images = await loadTestImages(member);
  const weights = await loadWeights(context, member);
  const values = await drive(predict(architecture, weights, data, images), (done) =>
    context.report({ done, total: images.count, unit: 'images' }),
  );
  disposeWeights(weights);
  const logits = { images: images.count, classes: data.classes, data: values };
  const metrics = measure(logits, images.labels, { seed: config.seed, ...config.evaluate });
  return async (transaction) => {
    await transaction.insert(Evaluation, {
      experimentId: model.experimentId,
      name: model.name,
      members: [model.id],
      dataset: data.name,
      dataDigest: digestOf(images),
      images: images.count,
      definition: definitionOf(config, [model]),
      metrics,
      logitsDigest: await context.artifacts.put(
        encodeLogits(logits),
        'application/vnd.safetensors',
        transaction,
      ),
      backend: context.backend,
      codeVersion: context.codeVersion,
    });
  };
});
