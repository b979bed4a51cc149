import type { TensorSpec } from '../architectures/architecture.ts';
import { layerOf, normsOf, type Wire, type Wiring } from './wiring.ts';

/** The wiring of a plain chain, in which each convolution or linear layer reads the one before it. */
export function sequentialWiring(specs: readonly TensorSpec[]): Wiring {
  const layers = specs
    .filter(({ role }) => role === 'convolution' || role === 'linear')
    .map(({ name }) => layerOf(name));
  const wires = layers
    .slice(1)
    .map((to, index): Wire => ({ from: layers[index]!, to, offset: 0, bound: false }));
  return { wires, norms: normsOf(specs) };
}
