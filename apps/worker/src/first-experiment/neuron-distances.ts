import {
  formatNeuronRef,
  type HammingDistance,
  hammingDistances,
  Layer,
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

type Member = Pick<Model, 'id' | 'name' | 'architecture'>;

/**
 * Every neuron's distances between the pictures of the two models of each pair, pair by pair, from the input on;
 * without neurons that stay silent in either.
 */
export async function neuronDistances(
  db: DataSource,
  pairs: readonly (readonly [Member, Member])[],
): Promise<NeuronDistances[]> {
  const pictures = await findPictures(db, pairs.flat());
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
  return matched.flatMap(({ from, first, second }, index) => {
    const distance = distances[index];
    return distance
      ? [{ neuron: formatNeuronRef(from), models: [first.name, second.name], ...distance }]
      : [];
  });
}

/** By layer, from the input on, and channel. */
async function findPictures(db: DataSource, models: readonly Member[]): Promise<Visualization[]> {
  const [pictures, layers] = await Promise.all([
    db.manager.find(Visualization, {
      where: { modelId: In(models.map(({ id }) => id)), status: 'done' },
      order: { channel: 'ASC' },
    }),
    db.manager.find(Layer, {
      where: { architectureName: In(models.map(({ architecture }) => architecture)) },
    }),
  ]);
  const positions = new Map(layers.map(({ name, position }) => [name, position]));
  return pictures.sort((a, b) => positions.get(a.layer)! - positions.get(b.layer)!);
}

function sameRecipe(a: Visualization, b: Visualization): boolean {
  return a.layer === b.layer && a.channel === b.channel && a.preset === b.preset && a.seed === b.seed;
}
