import type { Catalogue } from '../catalogue/publish-catalogue.ts';
import type { ExperimentConfig } from '../experiments/experiment-config.ts';

const datasetLabel = (name: string) => `dataset:${name}`;
const architectureLabel = (name: string) => `architecture:${name}`;

/** What a worker that published a catalogue has by itself. */
export function catalogueLabels({ architectures, datasets }: CatalogueNames): string[] {
  return [
    ...datasets.map(({ name }) => datasetLabel(name)),
    ...architectures.map(({ name }) => architectureLabel(name)),
  ];
}

type CatalogueNames = { [Kind in keyof Catalogue]: readonly { name: string }[] };

/** What a worker has to have for the jobs of an experiment, in alphabetical order. */
export function wantedLabels({ data, parent, runOn }: ExperimentConfig): string[] {
  const wanted = [datasetLabel(data.name), architectureLabel(parent.architecture)];
  return (runOn ? [...wanted, runOn] : wanted).sort();
}
