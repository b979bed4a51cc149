import { findArchitecture, findPreset, initializeWeights, render } from '@kindred/ml';
import { startComputing } from './start-computing.ts';
import type { Prepare } from './work.ts';

export interface VisualizationValues {
  layer: string;
  channel: number;
  /** Pixels of each side. */
  size: number;
  pictures: number;
  learningRate: number;
}

/** torchvision's normalisation of ImageNet. */
const imageNet = { channels: 3, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };

/** A step of rendering with Lucent's standard transforms: of one neuron, or of it and those beside it. */
export const prepare: Prepare<VisualizationValues> = async (values, threads) => {
  const versions = await startComputing(threads);
  const architecture = findArchitecture('squeezenet1_0');
  const { layer, size, learningRate } = values;
  const rendering = render({
    architecture,
    weights: initializeWeights(architecture.tensors({ channels: 3, classes: 1000 }), 0),
    data: imageNet,
    objectives: Array.from({ length: values.pictures }, (_, picture) => ({
      terms: [{ layer, channel: values.channel + picture, weight: 1 }],
    })),
    preset: { ...findPreset('lucent'), size, learningRate, steps: Number.MAX_SAFE_INTEGER },
    seed: 0,
  });
  return { versions, step: () => rendering.next() };
};
