import type { EntityManager } from 'typeorm';
import { Architecture } from '../architectures/architecture.entity.ts';
import type { Layer } from '../architectures/layer.entity.ts';
import { Dataset } from '../datasets/dataset.entity.ts';
import { DomainError } from '../errors/domain-error.ts';
import { unknownName } from '../errors/unknown-name.ts';
import type { ExperimentConfig } from './experiment-config.ts';

/** Answers with the architecture's layers, from the input on, when workers here can do what is asked; else throws. */
export async function checkAgainstCatalogue(db: EntityManager, config: ExperimentConfig): Promise<Layer[]> {
  const architectures = await db.find(Architecture, {
    relations: { layers: true },
    order: { name: 'ASC', layers: { position: 'ASC' } },
  });
  const datasets = await db.find(Dataset, { order: { name: 'ASC' } });
  if (architectures.length === 0 && datasets.length === 0) {
    throw new DomainError(
      'UNAVAILABLE',
      'No worker has started here yet, and only workers know what can be trained. Start one and try again.',
    );
  }
  const dataset = pick('dataset', config.data.name, datasets);
  checkCount('train', config.data.train, dataset.name, dataset.trainImages);
  checkCount('test', config.data.test, dataset.name, dataset.testImages);
  const architecture = pick('architecture', config.parent.architecture, architectures);
  checkFit(architecture, dataset);
  if (config.ensembles.some(({ method }) => method === 'dropout') && !architecture.hasDropout)
    refuseDropout(architecture, architectures);
  return architecture.layers;
}

function pick<Named extends { name: string }>(kind: string, name: string, known: Named[]): Named {
  const found = known.find((candidate) => candidate.name === name);
  if (!found) {
    throw unknownName(
      kind,
      name,
      known.map((candidate) => candidate.name),
    );
  }
  return found;
}

function checkFit({ name, smallestSide, classes }: Architecture, dataset: Dataset): void {
  const { height, width } = dataset;
  if (smallestSide !== null && Math.min(height, width) < smallestSide) {
    throw new DomainError(
      'BAD_INPUT',
      `${name} wants pictures of ${smallestSide}×${smallestSide} or more: those of ${dataset.name} are ${width}×${height}.`,
    );
  }
  if (classes !== null && dataset.classes !== classes) {
    throw new DomainError(
      'BAD_INPUT',
      `${name} tells ${classes} classes apart, no other number: ${dataset.name} has ${dataset.classes}.`,
    );
  }
}

function refuseDropout({ name }: Architecture, known: readonly Architecture[]): void {
  const others = known.filter(({ hasDropout }) => hasDropout).map((other) => other.name);
  throw new DomainError(
    'BAD_INPUT',
    `Monte Carlo dropout was asked for, and ${name} has no dropout: ${others.join(', ') || 'no architecture here'} would do.`,
  );
}

function checkCount(split: 'train' | 'test', wanted: number, dataset: string, available: number): void {
  if (wanted > available) {
    throw new DomainError(
      'BAD_INPUT',
      `data.${split} asks for ${wanted} images: ${dataset} has ${available} to ${split}.`,
    );
  }
}
