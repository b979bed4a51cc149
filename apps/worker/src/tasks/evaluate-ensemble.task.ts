import { DomainError, Evaluation, evaluateEnsembleJob, type Model } from '@kindred/core';
import { digestOf, evaluateEnsemble as measure } from '@kindred/ml';
import { decomposeFamilies } from './decompose-families.ts';
import { definitionOf } from './evaluation-definition.ts';
import { loadMember, loadTestImages } from './family.ts';
import { decodeLogits } from './logits.ts';
import { defineTask, type TaskContext } from './task.ts';

/** Averages the members' stored predictions and measures the ensemble and its diversity; no network runs. */
export const evaluateEnsemble = defineTask(evaluateEnsembleJob, async (payload, context) => {
  const members = await Promise.all(payload.memberIds.map((id) => loadMember(context, id)));
  const { config, data, model } = members[0]!;
  const images = await loadTestImages(members[0]!);
  const logits = await Promise.all(members.map((member) => loadLogits(context, member.model)));
  const definition = definitionOf(
    config,
    members.map((member) => member.model),
    payload.measures,
  );
  const { averaging, klPairs, eceBins, confidence, includesParent } = definition;
  const decomposition =
    payload.name === 'prune-and-tune' ? decomposeFamilies(config, logits.flat(), images.labels) : undefined;
  const metrics = measure(logits.flat(), images.labels, {
    seed: config.seed,
    averaging,
    klPairs,
    eceBins,
    confidence,
    withParent: includesParent,
  });
  return async (transaction) => {
    await transaction.insert(Evaluation, {
      experimentId: model.experimentId,
      name: payload.name,
      members: payload.memberIds,
      dataset: data.name,
      dataDigest: digestOf(images),
      images: images.count,
      definition,
      metrics: { ...metrics, ...(decomposition && { decomposition }) },
      backend: context.backend,
      codeVersion: context.codeVersion,
    });
  };
});

async function loadLogits({ db, artifacts }: TaskContext, { experimentId, name }: Model) {
  const evaluation = await db.manager.findOne(Evaluation, { where: { experimentId, name } });
  if (!evaluation?.logitsDigest) {
    throw new DomainError('CONFLICT', `${name} has no stored predictions: its evaluation comes first.`);
  }
  return decodeLogits(await artifacts.read(evaluation.logitsDigest));
}
