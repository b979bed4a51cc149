import type { SaliencyMap } from '@kindred/core';
import { digestOf, type ImageSet, predict, predictedClasses, type Weights } from '@kindred/ml';
import { saliencyKey } from './content-key.ts';
import { drive } from './drive.ts';
import type { FamilyMember } from './family.ts';
import { joinImages, type LookedAt } from './load-images.ts';
import type { TaskContext } from './task.ts';

/** What a saliency map is of. */
export interface Subject {
  map: SaliencyMap;
  image: LookedAt;
  dataDigest: string;
  /** The class whose score it is of. */
  chosen: number;
  predicted: number;
  contentKey: string;
}

/**
 * What each map is of, in their order; which class may depend on what the model predicts.
 * @param images that of each map
 */
export async function findSubjects(
  context: TaskContext,
  member: FamilyMember,
  maps: readonly SaliencyMap[],
  { images, weights }: { images: readonly LookedAt[]; weights: Weights },
): Promise<Subject[]> {
  const predicted = await predictClasses(member, weights, joinImages(images));
  return maps.map((map, index) => {
    const image = images[index]!;
    const chosen = classOf(map.target, predicted[index]!, image.labels[0]!);
    const dataDigest = digestOf(image);
    const contentKey = saliencyKey(context, member, map, { class: chosen, dataDigest });
    return { map, image, dataDigest, chosen, predicted: predicted[index]!, contentKey };
  });
}

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
