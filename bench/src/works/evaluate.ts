import { findArchitecture, initializeWeights, predict } from '@kindred/ml';
import { randomDataset, randomImages, type Shape } from './small-images.ts';
import { startComputing } from './start-computing.ts';
import type { Prepare } from './work.ts';

export interface EvaluationValues extends Shape {
  architecture: string;
  images: number;
}

/** Logits of all images, from their bytes, batch by batch as an evaluation takes them. */
export const prepare: Prepare<EvaluationValues> = async (values, threads) => {
  const versions = await startComputing(threads);
  const architecture = findArchitecture(values.architecture);
  const weights = initializeWeights(architecture.tensors(values), 0);
  const [data, images] = [randomDataset(values), randomImages(values.images, values)];
  return {
    versions,
    async step() {
      for await (const _ of predict(architecture, weights, data, images));
    },
  };
};
