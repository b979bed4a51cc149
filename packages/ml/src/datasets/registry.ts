import { badInput } from '../errors/domain-error.ts';
import type { Dataset } from './dataset.ts';
import { mnist } from './mnist.ts';

/** Every dataset that can be read here, by name. */
export const datasets: ReadonlyMap<string, Dataset> = new Map(
  [mnist].map((dataset) => [dataset.name, dataset]),
);

export function findDataset(name: string): Dataset {
  const dataset = datasets.get(name);
  if (!dataset) throw badInput(`Unknown dataset "${name}": known are ${[...datasets.keys()].join(', ')}.`);
  return dataset;
}
