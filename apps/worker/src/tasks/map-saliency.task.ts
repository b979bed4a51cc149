import { lockExperiment, mapSaliencyJob, notifyExperiment, SaliencyMap } from '@kindred/core';
import {
  attribute,
  createRandom,
  disposeWeights,
  findSaliencyMethod,
  type ImageSet,
  initializeWeights,
  predict,
  predictedClasses,
  selectImages,
  type Weights,
} from '@kindred/ml';
import { In } from 'typeorm';
import { drive } from './drive.ts';
import { type FamilyMember, loadMember, loadTestImages, loadWeights } from './family.ts';
import { storeAgreements } from './store-agreements.ts';
import { storeSaliencyMap } from './store-saliency-map.ts';
import { defineTask, type TaskContext } from './task.ts';

/**
 * Computes the saliency maps that a model still lacks, each with the same under fresh weights beside it (the sanity check of Adebayo et
 * al., 2018), and compares them with those of its relatives.
 */
export const mapSaliency = defineTask(mapSaliencyJob, async ({ modelId, saliencyMapIds }, context) => {
  const member = await loadMember(context, modelId);
  const maps = await context.db.manager.find(SaliencyMap, {
    where: { id: In(saliencyMapIds), status: 'queued' },
    order: { imageIndex: 'ASC' },
  });
  const places = Uint32Array.from(maps, ({ imageIndex }) => imageIndex);
  const set = selectImages(await loadTestImages(context, member), places);
  const weights = await loadWeights(context, member);
  const predicted = await predictClasses(member, weights, set);
  const classes = maps.map(({ target }, image) => classOf(target, predicted[image]!, set.labels[image]!));
  const fresh = initializeWeights(member.specs, maps[0]!.seed, ['randomized']);
  const attributed = await attributeBoth(context, { member, maps, set, classes, weights, fresh });
  for (const each of [weights, fresh]) disposeWeights(each);
  return async (transaction) => {
    // Two relatives that finish together would each miss the other.
    await lockExperiment(transaction, member.model.experimentId);
    for (const [image, map] of maps.entries()) {
      await storeSaliencyMap(context, member, map, {
        attributions: attributed[0]![image]!,
        randomized: attributed[1]![image]!,
        image: selectImages(set, Uint32Array.of(image)),
        chosen: classes[image]!,
        predicted: predicted[image]!,
      })(transaction);
      await storeAgreements(context, member.model, map.id, transaction);
    }
    await notifyExperiment(transaction, member.model.experimentId);
  };
});

async function predictClasses(
  { architecture, data }: FamilyMember,
  weights: Weights,
  set: ImageSet,
): Promise<Int32Array> {
  const logits = await drive(predict(architecture, weights, data, set), () => {});
  return predictedClasses({ images: set.count, classes: data.classes, data: logits });
}

function classOf(target: string, predicted: number, label: number): number {
  if (target === 'predicted') return predicted;
  return target === 'label' ? label : Number(target);
}

interface Subjects {
  member: FamilyMember;
  /** Taken alike: of one method, target and seed. */
  maps: readonly SaliencyMap[];
  set: ImageSet;
  classes: readonly number[];
  weights: Weights;
  fresh: Weights;
}

/** The attributions of each image under the model's weights, and under fresh ones; the noise is the same for all models. */
async function attributeBoth(
  { report }: TaskContext,
  { member: { architecture, data, pixelStd }, maps, set, classes, weights, fresh }: Subjects,
): Promise<Float32Array[][]> {
  const { method, seed } = maps[0]!;
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
  return both;
}
