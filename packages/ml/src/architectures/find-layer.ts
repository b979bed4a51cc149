import { badInput } from '../errors/domain-error.ts';
import type { Architecture, Layer } from './architecture.ts';

/** The layer of that name; one that isn't there is refused with those that are. */
export function findLayer({ name: architecture, layers }: Architecture, name: string): Layer {
  const layer = layers.find((layer) => layer.name === name);
  if (layer) return layer;
  const known = layers.map(({ name }) => name).join(', ');
  throw badInput(`Unknown layer "${name}": ${architecture} has ${known}.`);
}
