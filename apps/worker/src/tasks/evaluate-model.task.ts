import { Evaluation, evaluateModelJob, membersIn } from '@kindred/core';
import {
  type DropoutSampling,
  digestOf,
  disposeWeights,
  evaluateEnsemble as measureMembers,
  evaluateModel as measureOne,
  predict,
  splitMembers,
} from '@kindred/ml';
import { drive } from './drive.ts';
import { definitionOf } from './evaluation-definition.ts';
import { type FamilyMember, loadMember, loadTestImages, loadWeights } from './family.ts';
import { encodeLogits, type StoredLogits } from './logits.ts';
import { defineTask } from './task.ts';

/**
 * Measures one model on the experiment's test images, or all members that share it, and keeps its logits for any ensemble that
 * it may be part of.
 */
export const evaluateModel = defineTask(evaluateModelJob, async ({ modelId }, context) => {
  const member = await loadMember(context, modelId);
  const { model, config, architecture, data } = member;
  const images = await loadTestImages(context, member);
  const weights = await loadWeights(context, member);
  const members = membersIn(model, config.ensembles);
  const values = await drive(predict(architecture, weights, data, images, dropoutOf(member)), (done) =>
    context.report({ done, total: images.count, unit: 'images' }),
  );
  disposeWeights(weights);
  const logits: StoredLogits = { images: images.count, members, classes: data.classes, data: values };
  const definition = definitionOf(config, [model]);
  const scores = splitMembers(values, logits);
  const options = { seed: config.seed, ...config.evaluate };
  const { averaging, klPairs } = definition;
  const metrics =
    members === 1
      ? measureOne(scores[0]!, images.labels, options)
      : measureMembers(scores, images.labels, { ...options, averaging, klPairs });
  return async (transaction) => {
    await transaction.insert(Evaluation, {
      experimentId: model.experimentId,
      name: model.name,
      members: [model.id],
      dataset: data.name,
      dataDigest: digestOf(images),
      images: images.count,
      definition,
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

/** How a network that was trained with dropout is sampled; undefined for others. */
function dropoutOf({ model, config: { ensembles, seed } }: FamilyMember): DropoutSampling | undefined {
  const dropout = ensembles.find((config) => config.method === 'dropout');
  if (model.kind !== 'dropout' || !dropout) return undefined;
  return { samples: dropout.members, rate: dropout.rate, seed, stream: `${model.name}/samples` };
}
