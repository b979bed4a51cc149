import {
  formatNeuronRef,
  type HammingDistance,
  hammingDistances,
  type Model,
  Visualization,
} from '@kindred/core';
import { type DataSource, In } from 'typeorm';

/** The distance between two models' pictures of one neuron: a column of the paper's Fig. 3. */
export interface NeuronDistances extends HammingDistance {
  /** `stage2.block0:17` */
  neuron: string;
  /** Names of the two models. */
  models: [string, string];
}

type Named = Pick<Model, 'id' | 'name'>;

/** Every neuron's distances between the pictures of the two models of each pair, pair by pair. */
export async function neuronDistances(
  db: DataSource,
  pairs: readonly (readonly [Named, Named])[],
): Promise<NeuronDistances[]> {
  const pictures = await db.manager.find(Visualization, {
    where: { modelId: In(pairs.flat().map(({ id }) => id)), status: 'done' },
    order: { layer: 'ASC', channel: 'ASC' },
  });
  const matched = pairs.flatMap(([first, second]) =>
    pictures
      .filter(({ modelId }) => modelId === first.id)
      .map((from) => ({
        from,
        to: pictures.find((to) => to.modelId === second.id && sameRecipe(from, to))!,
        first,
        second,
      })),
  );
  const distances = await hammingDistances(
    db,
    matched.map(({ from, to }) => ({ from: from.id, to: to.id })),
  );
  return matched.map(({ from, first, second }, index) => ({
    neuron: formatNeuronRef(from),
    models: [first.name, second.name],
    ...distances[index]!,
  }));
}

function sameRecipe(a: Visualization, b: Visualization): boolean {
  return a.layer === b.layer && a.channel === b.channel && a.preset === b.preset && a.seed === b.seed;
}
