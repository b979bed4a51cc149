import { DomainError, Evaluation, evaluateEnsembleJob, type Model } from '@kindred/core';
import { digestOf, evaluateEnsemble as measure } from '@kindred/ml';
import { definitionOf } from './evaluation-definition.ts';
import { loadMember, loadTestImages } from './family.ts';
import { decodeLogits } from './logits.ts';
import { defineTask, type TaskContext } from './task.ts';

/** Averages the members' stored predictions and measures the ensemble and its diversity; no network runs. */
export const evaluateEnsemble = defineTask(evaluateEnsembleJob, async ({ name, memberIds }, context) => {
  const members = await Promise.all(memberIds.map((id) => loadMember(context, id)));
  const { config, data, model } = members[0]!;
  const images = await loadTestImages(context, members[0]!);
  const logits = await Promise.all(members.map((member) => loadLogits(context, member.model)));
  const definition = definitionOf(
    config,
    members.map((member) => member.model),
  );
  const { averaging, klPairs } = definition;
  const metrics = measure(logits.flat(), images.labels, {
    seed: config.seed,
    ...config.evaluate,
    averaging,
    klPairs,
  });
  return async (transaction) => {
    await transaction.insert(Evaluation, {
      experimentId: model.experimentId,
      name,
      members: memberIds,
      dataset: data.name,
      dataDigest: digestOf(images),
      images: images.count,
      definition,
      metrics,
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
