import { SaliencyMap } from '@kindred/core';
import {
  encodePng,
  encodeSafetensors,
  intensityOf,
  type Pixels,
  rankCorrelation,
  rankCorrelationDefinition,
  saliencyDefinition,
  saliencyPicture,
} from '@kindred/ml';
import type { FamilyMember } from './family.ts';
import type { Subject } from './find-subjects.ts';
import type { Store, TaskContext } from './task.ts';

/** One map as it was computed; both of [height, width, channels]. */
export interface ComputedMap {
  attributions: Float32Array;
  /** Under fresh weights. */
  randomized: Float32Array;
}

/** How to store a map: its values, its pictures, and where it comes from. */
export function storeSaliencyMap(
  { artifacts, backend, codeVersion }: TaskContext,
  { model, data }: FamilyMember,
  { map: { id, method }, image, dataDigest, chosen, predicted, contentKey }: Subject,
  { attributions, randomized }: ComputedMap,
): Store {
  const { height, width, channels } = data;
  const shape = [height, width, channels];
  const weightsDigest = model.weightsDigest!;
  const definition = saliencyDefinition(method);
  const file = encodeSafetensors(
    {
      attributions: { dtype: 'F32', shape, data: attributions },
      randomized: { dtype: 'F32', shape, data: randomized },
    },
    { definition, class: String(chosen), weights_sha256: weightsDigest, data_sha256: dataDigest },
  );
  const input = { width, height, channels: channels as Pixels['channels'], data: image.images };
  const [own, other] = [attributions, randomized].map((values) => intensityOf(values, channels));
  const correlation = rankCorrelation(own!, other!);
  const sanity = {
    value: correlation!,
    definition: rankCorrelationDefinition('the map and that of freshly initialised weights'),
  };
  return async (transaction) => {
    const putPicture = (intensity: Float64Array) =>
      artifacts.put(encodePng(saliencyPicture(intensity, data)), 'image/png', transaction);
    await transaction.update(SaliencyMap, id, {
      status: 'done',
      attributionsDigest: await artifacts.put(file, 'application/vnd.safetensors', transaction),
      imageDigest: await putPicture(own!),
      randomizedDigest: await putPicture(other!),
      inputDigest: await artifacts.put(encodePng(input), 'image/png', transaction),
      contentKey,
      result: {
        class: chosen,
        predicted,
        label: image.labels[0] ?? null,
        height,
        width,
        definition,
        sanity: correlation === null ? null : sanity,
        dataDigest,
        backend,
        codeVersion,
      },
    });
  };
}
