import {
  type Condition,
  conditionsOf,
  DomainError,
  Evaluation,
  evaluateEnsembleJob,
  findEvaluation,
  type Model,
} from '@kindred/core';
import { evaluateEnsemble as measure } from '@kindred/ml';
import { definitionOf } from './evaluation-definition.ts';
import { loadMember, loadTestImages } from './family.ts';
import { decodeLogits } from './logits.ts';
import { defineTask, type TaskContext } from './task.ts';

/** Averages the members' stored predictions and measures the ensemble and its diversity; no network runs. */
export const evaluateEnsemble = defineTask(evaluateEnsembleJob, async ({ name, memberIds }, context) => {
  const members = await Promise.all(memberIds.map((id) => loadMember(context, id)));
  const { config, data, model } = members[0]!;
  const { labels, count } = await loadTestImages(context, members[0]!);
  const definition = definitionOf(
    config,
    members.map((member) => member.model),
  );
  const { averaging, klPairs } = definition;
  const rows: Partial<Evaluation>[] = [];
  for (const condition of conditionsOf(config)) {
    const stored = await Promise.all(members.map((member) => loadLogits(context, member.model, condition)));
    const metrics = measure(
      stored.flatMap(({ logits }) => logits),
      labels,
      { seed: config.seed, ...config.evaluate, averaging, klPairs },
    );
    rows.push({
      experimentId: model.experimentId,
      name,
      members: memberIds,
      dataset: data.name,
      ...condition,
      dataDigest: stored[0]!.dataDigest,
      images: count,
      definition,
      metrics,
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
  return { dataDigest, logits: decodeLogits(await artifacts.read(logitsDigest)) };
}
