import { conditionsOf, Evaluation, evaluateModelJob, membersIn } from '@kindred/core';
import {
  corruptSet,
  type DropoutSampling,
  digestOf,
  disposeWeights,
  encodeLogits,
  type Images,
  evaluateEnsemble as measureMembers,
  evaluateModel as measureOne,
  predict,
  type StoredLogits,
  splitMembers,
  type Weights,
} from '@kindred/ml';
import { drive } from './drive.ts';
import { definitionOf } from './evaluation-definition.ts';
import { type FamilyMember, loadMember, loadTestImages, loadWeights } from './family.ts';
import { defineTask, type TaskContext } from './task.ts';

/**
 * Measures one model on the experiment's test images, as they are and under every corruption that it asks for, or all members that
 * share it, and keeps its logits for any ensemble that it may be part of.
 */
export const evaluateModel = defineTask(evaluateModelJob, async ({ modelId }, context) => {
  const member = await loadMember(context, modelId);
  const { config, data } = member;
  const clean = await loadTestImages(context, member);
  const weights = await loadWeights(context, member);
  const conditions = conditionsOf(config);
  const rows: Partial<Evaluation>[] = [];
  for (const [index, { corruption, severity }] of conditions.entries()) {
    const images = corruption ? corruptSet(clean, data, { corruption, severity, seed: config.seed }) : clean;
    const [before, total] = [index * clean.count, conditions.length * clean.count];
    const report = (done: number) => context.report({ done: before + done, total, unit: 'images' });
    rows.push({ ...(await measure(context, member, { weights, images, report })), corruption, severity });
  }
  disposeWeights(weights);
  return async (transaction) => {
    await transaction.insert(Evaluation, rows);
  };
});

interface Measuring {
  weights: Weights;
  images: Images;
  report(done: number): void;
}

/** Logits are kept as they come: those of many conditions are more than memory should hold. */
async function measure(
  context: TaskContext,
  member: FamilyMember,
  { weights, images, report }: Measuring,
): Promise<Partial<Evaluation>> {
  const { model, config, architecture, data } = member;
  const members = membersIn(model, config.ensembles);
  const values = await drive(predict(architecture, weights, data, images, dropoutOf(member)), report);
  const { labels } = images;
  const logits: StoredLogits = { images: images.count, members, classes: data.classes, data: values, labels };
  const definition = definitionOf(config, [model]);
  const scores = splitMembers(values, logits);
  const options = { seed: config.seed, ...config.evaluate };
  const { averaging, klPairs } = definition;
  const metrics =
    members === 1
      ? measureOne(scores[0]!, labels, options)
      : measureMembers(scores, labels, { ...options, averaging, klPairs });
  const { artifacts, db, backend, codeVersion } = context;
  return {
    experimentId: model.experimentId,
    name: model.name,
    members: [model.id],
    dataset: data.name,
    dataDigest: digestOf(images),
    images: images.count,
    definition,
    metrics,
    logitsDigest: await artifacts.put(encodeLogits(logits), 'application/vnd.safetensors', db.manager),
    backend,
    codeVersion,
  };
}

/** How a network that was trained with dropout is sampled; undefined for others. */
function dropoutOf({ model, config: { ensembles, seed } }: FamilyMember): DropoutSampling | undefined {
  if (model.kind !== 'dropout') return undefined;
  const dropout = ensembles.find((config) => config.method === 'dropout')!;
  return { samples: dropout.members, rate: dropout.rate, seed, stream: `${model.name}/samples` };
}
