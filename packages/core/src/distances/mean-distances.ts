import type { Database } from '../database/database.ts';
import type { Model } from '../models/model.entity.ts';
import { formatNeuronRef, type NeuronRef } from '../neurons/neuron-ref.ts';
import type { HammingDistance } from '../visualizations/hamming-distance.ts';
import { hashNames } from '../visualizations/hash-names.ts';
import type { Visualization } from '../visualizations/visualization.entity.ts';

/** How far some pairs of models are apart in one neuron: the mean over the pairs that have it. */
export interface MeanDistance extends HammingDistance {
  /** `stage2.block0:17` */
  neuron: string;
}

const means = hashNames.map(
  (hash) => `sum(bit_count(one.${hash} # other.${hash}))::float8 / count(*) as ${hash}`,
);

/** The mean distances of the pictures that the models of some pairs have by a recipe, in one layer or in all: neuron by neuron, from the input on. */
export async function meanDistances(
  db: Database,
  pairs: readonly (readonly [Pick<Model, 'id'>, Pick<Model, 'id'>])[],
  { preset, seed }: Pick<Visualization, 'preset' | 'seed'>,
  layer?: string | null,
): Promise<MeanDistance[]> {
  const rows: (HammingDistance & NeuronRef)[] = await db.query(
    `with picture as materialized (
       select * from visualization_hashes
       where model_id = any($1::uuid[] || $2::uuid[]) and preset = $3 and seed = $4 and comparable and ($5::text is null or layer = $5)
     )
     select distance.*
     from (
       select layer, channel, ${means.join(', ')}
       from unnest($1::uuid[], $2::uuid[]) as pair (one, other)
       join picture one on one.model_id = pair.one
       join picture other using (layer, channel, version)
       where other.model_id = pair.other
       group by layer, channel
     ) as distance
     join layer on layer.name = distance.layer
       and layer.architecture = (select architecture from model where id = ($1::uuid[])[1])
     order by layer.position, distance.channel`,
    [pairs.map(([one]) => one.id), pairs.map(([, other]) => other.id), preset, seed, layer ?? null],
  );
  return rows.map(({ layer, channel, ...distance }) => ({
    neuron: formatNeuronRef({ layer, channel }),
    ...distance,
  }));
}
