import { lockExperiment, mapSaliencyJob, notifyExperiment, SaliencyMap } from '@kindred/core';
import {
  attribute,
  createRandom,
  disposeWeights,
  findSaliencyMethod,
  initializeWeights,
  type Weights,
} from '@kindred/ml';
import { In } from 'typeorm';
import { drive } from './drive.ts';
import { type FamilyMember, loadMember, loadWeights } from './family.ts';
import { findFinished } from './find-finished.ts';
import { findSubjects, type Subject } from './find-subjects.ts';
import { joinImages, loadImages } from './load-images.ts';
import { storeAgreements } from './store-agreements.ts';
import { type ComputedMap, storeSaliencyMap } from './store-saliency-map.ts';
import { takeOverMap } from './take-over-map.ts';
import { defineTask, type TaskContext } from './task.ts';

/**
 * Computes the saliency maps that a model still lacks, each with the same under fresh weights beside it (the sanity check of Adebayo et
 * al., 2018), unless they are there under the same content key, and compares them with those of its relatives.
 */
export const mapSaliency = defineTask(mapSaliencyJob, async ({ modelId, saliencyMapIds }, context) => {
  const member = await loadMember(context, modelId);
  const maps = await context.db.manager.find(SaliencyMap, {
    where: { id: In(saliencyMapIds), status: 'queued' },
    order: { imageIndex: 'ASC' },
  });
  const places = maps.map(({ imageIndex }) => imageIndex);
  const images = await loadImages(context, member, places);
  const weights = await loadWeights(context, member);
  const subjects = await findSubjects(context, member, maps, { images, weights });
  const keys = subjects.map(({ contentKey }) => contentKey);
  const finished = new Map(
    (await findFinished(context, SaliencyMap, keys)).map((map) => [map.contentKey, map]),
  );
  const left = subjects.filter(({ contentKey }) => !finished.has(contentKey));
  const computed = await attributeBoth(context, member, left, weights);
  disposeWeights(weights);
  const stores = subjects.map((subject) => {
    const twin = finished.get(subject.contentKey);
    if (twin) return takeOverMap(subject.map, twin);
    return storeSaliencyMap(context, member, subject, computed.get(subject)!);
  });
  return async (transaction) => {
    // Two relatives that finish together would each miss the other.
    await lockExperiment(transaction, member.model.experimentId);
    for (const store of stores) await store(transaction);
    for (const { id } of maps) await storeAgreements(context, member.model, id, transaction);
    await notifyExperiment(transaction, member.model.experimentId);
  };
});

/** The attributions of each image under the model's weights, and under fresh ones; the noise is the same for all models. */
async function attributeBoth(
  { report }: TaskContext,
  { architecture, data, pixelStd, specs }: FamilyMember,
  subjects: readonly Subject[],
  weights: Weights,
): Promise<Map<Subject, ComputedMap>> {
  if (subjects.length === 0) return new Map();
  const maps = subjects.map(({ map }) => map);
  // They are taken alike.
  const { method, seed } = maps[0]!;
  const set = joinImages(subjects.map(({ image }) => image));
  const classes = subjects.map(({ chosen }) => chosen);
  const fresh = initializeWeights(specs, seed, ['randomized']);
  const both: Float32Array[][] = [];
  for (const each of [weights, fresh]) {
    const streams = maps.map(({ imageIndex }) => createRandom(seed, 'saliency', imageIndex));
    const plan = { architecture, data, pixelStd, set, classes, weights: each, streams };
    const computation = attribute({ ...plan, preset: findSaliencyMethod(method) });
    const before = both.length * set.count;
    both.push(
      await drive(computation, (done) => report({ done: before + done, total: 2 * set.count, unit: 'maps' })),
    );
  }
  disposeWeights(fresh);
  const [own, randomized] = both;
  return new Map(
    subjects.map((subject, image) => [
      subject,
      { attributions: own![image]!, randomized: randomized![image]! },
    ]),
  );
}
