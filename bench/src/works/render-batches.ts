import { findArchitecture, findPreset, initializeWeights, render } from '@kindred/ml';
import { randomDataset, type Shape } from './small-images.ts';
import { startComputing } from './start-computing.ts';
import type { Prepare } from './work.ts';

export interface RenderingValues extends Shape {
  architecture: string;
  layer: string;
  /** Neurons of a batch, which is optimised at once: the first ones of the layer, or those that follow. */
  pictures: number;
  /** Of each batch. */
  steps: number;
  /** What is rendered here. */
  batches: readonly Batch[];
}

export interface Batch {
  model: number;
  /** The first of its neurons. */
  channel: number;
}

/** Some pictures of a family by the quick preset, a few steps further, one batch after another. */
export const prepare: Prepare<RenderingValues> = async (values, threads) => {
  const versions = await startComputing(threads);
  const renderings = values.batches.map((batch) => renderingOf(batch, values));
  return {
    versions,
    async step() {
      for (const rendering of renderings)
        for (let step = 0; step < values.steps; step++) await rendering.next();
    },
  };
};

function renderingOf({ model, channel }: Batch, values: RenderingValues): ReturnType<typeof render> {
  const architecture = findArchitecture(values.architecture);
  return render({
    architecture,
    weights: initializeWeights(architecture.tensors(values), model),
    data: randomDataset(values),
    objectives: Array.from({ length: values.pictures }, (_, picture) => ({
      terms: [{ layer: values.layer, channel: channel + picture, weight: 1 }],
    })),
    preset: { ...findPreset('quick'), steps: Number.MAX_SAFE_INTEGER },
    seed: 0,
  });
}
