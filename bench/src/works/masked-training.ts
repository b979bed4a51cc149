import { antiRandomPair, findArchitecture, initializeWeights, type TrainingPlan } from '@kindred/ml';
import { randomDataset, randomImages, type Shape } from './small-images.ts';

export interface TrainingValues extends Shape {
  architecture: string;
  batch: number;
  rates: { learningRate: number; momentum: number; weightDecay: number };
}

/** A training of `steps` batches of random images, with half of the weights pruned at random. */
export function trainingPlan(values: TrainingValues, steps: number, pair = 0): TrainingPlan {
  const architecture = findArchitecture(values.architecture);
  const specs = architecture.tensors(values);
  const { weightDecay, ...rates } = values.rates;
  return {
    architecture,
    specs,
    weights: initializeWeights(specs, 0),
    mask: antiRandomPair(specs, 0, pair)[0],
    data: randomDataset(values),
    images: randomImages(values.batch * steps, values),
    epochs: 1,
    batchSize: values.batch,
    schedule: () => rates,
    weightDecay,
    seed: 0,
    stream: 'bench',
  };
}
