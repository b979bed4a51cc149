import type { NeuronPage } from './read-neuron.ts';

export interface NeuronSteps {
  previous: string | null;
  next: string | null;
}

/** The neurons before and after this one: among those with pictures, or else the channels beside it. */
export function neuronSteps({ family, layer, channel }: NeuronPage, ref: string): NeuronSteps {
  const pictured = family.visualizedNeurons;
  const place = pictured.indexOf(ref);
  if (place >= 0) return { previous: pictured[place - 1] ?? null, next: pictured[place + 1] ?? null };
  return {
    previous: channel > 0 ? `${layer.name}:${channel - 1}` : null,
    next: channel + 1 < layer.channels ? `${layer.name}:${channel + 1}` : null,
  };
}
