import type { Layer } from '../architectures/layer.entity.ts';
import type { PlannedModel } from '../methods/method.ts';
import { sharedKinds } from '../methods/methods.ts';
import type { Visualization } from '../visualizations/visualization.entity.ts';
import { chooseNeurons } from './choose-neurons.ts';
import type { ExperimentConfig } from './experiment-config.ts';

export type PlannedVisualization = Pick<
  Visualization,
  'id' | 'modelId' | 'layer' | 'channel' | 'preset' | 'seed'
>;

/**
 * Pictures of the same neurons in every model that has neurons of its own, so that they can be compared, and by further seeds,
 * so that they can be compared with their like. `newId` draws their ids.
 */
export function planVisualizations(
  { seed, visualize: { neuronsPerLayer, preset, seeds } }: ExperimentConfig,
  models: readonly PlannedModel[],
  layers: readonly Pick<Layer, 'name' | 'channels'>[],
  newId: () => string,
): PlannedVisualization[] {
  const neurons = chooseNeurons(layers, neuronsPerLayer, seed);
  const withNeurons = models.filter(({ kind }) => !sharedKinds.includes(kind));
  return withNeurons.flatMap(({ id: modelId }) =>
    Array.from({ length: seeds }, (_, later) => seed + later).flatMap((seed) =>
      neurons.map((neuron) => ({ id: newId(), modelId, ...neuron, preset, seed })),
    ),
  );
}
