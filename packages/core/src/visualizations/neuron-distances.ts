import { Equal, In } from 'typeorm';
import { Layer } from '../architectures/layer.entity.ts';
import type { Database } from '../database/database.ts';
import type { Model } from '../models/model.entity.ts';
import { formatNeuronRef } from '../neurons/neuron-ref.ts';
import { findPictures } from './find-pictures.ts';
import { type HammingDistance, hammingDistance } from './hamming-distance.ts';
import { plainObjective } from './objective.ts';
import type { Picture } from './picture.ts';
import { Visualization } from './visualization.entity.ts';

/** The distance between two models' pictures of one neuron: a column of the paper's Fig. 3. */
export interface NeuronDistances extends HammingDistance {
  /** `stage2.block0:17` */
  neuron: string;
  /** Names of the two models. */
  models: [string, string];
}

type Member = Pick<Model, 'id' | 'name' | 'architecture'>;
type Recipe = Pick<Visualization, 'preset' | 'seed'>;

/**
 * Every neuron's distances between the plain pictures that the two models of each pair have by a recipe, pair by pair, from the
 * input on; without neurons that stay silent in either.
 */
export async function neuronDistances(
  db: Database,
  pairs: readonly (readonly [Member, Member])[],
  recipe: Recipe,
): Promise<NeuronDistances[]> {
  const pictures = await findPlainPictures(db, pairs.flat(), recipe);
  const keyOf = (modelId: string, picture: Picture) => `${modelId} ${formatNeuronRef(picture)}`;
  const byKey = new Map(pictures.map((picture) => [keyOf(picture.modelId, picture), picture]));
  return pairs.flatMap(([first, second]) =>
    pictures.flatMap((from) => {
      const to = from.modelId === first.id && byKey.get(keyOf(second.id, from));
      const distance = to && hammingDistance(from, to);
      return distance
        ? [{ neuron: formatNeuronRef(from), models: [first.name, second.name], ...distance }]
        : [];
    }),
  );
}

/** By layer, from the input on, and channel. */
async function findPlainPictures(
  db: Database,
  models: readonly Member[],
  { preset, seed }: Recipe,
): Promise<Picture[]> {
  const modelId = In(models.map(({ id }) => id));
  const wanted = { modelId, status: 'done', preset, seed, objective: Equal(plainObjective) } as const;
  const [rows, layers] = await Promise.all([
    db.getRepository(Visualization).find({ select: { id: true }, where: wanted }),
    db.getRepository(Layer).find({
      where: { architectureName: In(models.map(({ architecture }) => architecture)) },
    }),
  ]);
  const positions = new Map(layers.map(({ name, position }) => [name, position]));
  const pictures = await findPictures(
    db,
    rows.map(({ id }) => id),
  );
  return pictures.sort((a, b) => positions.get(a.layer)! - positions.get(b.layer)! || a.channel - b.channel);
}
