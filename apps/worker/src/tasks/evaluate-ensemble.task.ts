import {
  asTheyAre,
  type Condition,
  chosen,
  conditionsOf,
  DomainError,
  Evaluation,
  evaluateEnsembleJob,
  findEvaluation,
  type Model,
} from '@kindred/core';
import { decodeLogits, evaluateEnsemble as measure } from '@kindred/ml';
import { decomposeFamilies } from './decompose-families.ts';
import { definitionOf } from './evaluation-definition.ts';
import { loadMember, loadTestImages } from './family.ts';
import { defineTask, type TaskContext } from './task.ts';

/** Averages the members' stored predictions and measures the ensemble and its diversity; no network runs. */
export const evaluateEnsemble = defineTask(evaluateEnsembleJob, async (payload, context) => {
  const members = await Promise.all(payload.memberIds.map((id) => loadMember(context, id)));
  const { config, data, model } = members[0]!;
  const { labels, count } = await loadTestImages(context, members[0]!);
  const definition = definitionOf(
    config,
    members.map((member) => member.model),
    payload.measures,
  );
  const { averaging, klPairs, eceBins, confidence, includesParent } = definition;
  const rows: Partial<Evaluation>[] = [];
  for (const condition of payload.name === chosen ? [asTheyAre] : conditionsOf(config)) {
    const stored = await Promise.all(members.map((member) => loadLogits(context, member.model, condition)));
    const logits = stored.flatMap((ofModel) => ofModel.logits);
    const decomposition =
      payload.name === 'prune-and-tune' ? decomposeFamilies(config, logits, labels) : undefined;
    const metrics = measure(logits, labels, {
      seed: config.seed,
      averaging,
      klPairs,
      eceBins,
      confidence,
      withParent: includesParent,
    });
    rows.push({
      experimentId: model.experimentId,
      name: payload.name,
      members: payload.memberIds,
      dataset: data.name,
      ...condition,
      dataDigest: stored[0]!.dataDigest,
      images: count,
      definition,
      metrics: { ...metrics, ...(decomposition && { decomposition }) },
      backend: context.backend,
      codeVersion: context.codeVersion,
    });
  }
  return async (transaction) => {
    await transaction.insert(Evaluation, rows);
  };
});

async function loadLogits({ db, artifacts }: TaskContext, model: Model, condition: Condition) {
  const evaluation = await findEvaluation(db.manager, model, condition);
  if (!evaluation?.logitsDigest) {
    throw new DomainError('CONFLICT', `${model.name} has no stored predictions: its evaluation comes first.`);
  }
  const { dataDigest, logitsDigest } = evaluation;
  return { dataDigest, logits: decodeLogits(await artifacts.read(logitsDigest)).members };
}
