import { disposeWeights, train, type Weights } from '@kindred/ml';
import * as tf from '@tensorflow/tfjs';
import { type TrainingValues, trainingPlan } from './masked-training.ts';
import { startComputing } from './start-computing.ts';
import type { Prepare } from './work.ts';

export interface TuningValues extends TrainingValues {
  children: number;
  /** Of each child. */
  steps: number;
}

/** Some children of a family, tuned one after another from the same parent. */
export const prepare: Prepare<TuningValues> = async (values, threads) => {
  const versions = await startComputing(threads);
  const plans = Array.from({ length: values.children }, (_, pair) =>
    trainingPlan(values, values.steps, pair),
  );
  return {
    versions,
    async step() {
      for (const plan of plans)
        disposeWeights(await tuned(train({ ...plan, weights: copied(plan.weights) })));
    },
  };
};

const copied = (weights: Weights): Weights =>
  Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, tf.clone(weight)]));

async function tuned(training: ReturnType<typeof train>): Promise<Weights> {
  for (;;) {
    const { done, value } = await training.next();
    if (done) return value.weights;
  }
}
