import type { Database } from '../database/database.ts';
import type { LayerMatchKey } from './find-layer-matches.ts';
import { type ChannelMatch, matchNeuron } from './match-neuron.ts';
import { matchOfKey } from './match-of-key.ts';

export interface NeuronMatchKey extends LayerMatchKey {
  /** Of the key's `model`, from 0. */
  channel: number;
}

export interface NeuronMatch extends ChannelMatch {
  /** Test images that it was correlated on, the first so many. */
  images: number;
}

interface Row {
  place: number;
  images: number;
  /** Of each channel there its number, the highest byte first, and the correlation with it as float32, the lowest byte first. */
  correlations: Buffer;
}

/**
 * Each neuron's match over the most images, in order; null where nobody asked for its layer, or it isn't computed yet. Of a layer's
 * matrix only what concerns the neuron comes from the database: a family has one for each model, of a quarter of a megabyte. The
 * database unpacks it once, in front of the numbers that it is cut by, which a sort would carry it along with.
 */
export async function findNeuronMatches(
  db: Database,
  keys: readonly NeuronMatchKey[],
): Promise<(NeuronMatch | null)[]> {
  const rows: Row[] = await db.query(
    `select key.place::integer - 1 as place, found.images, (
       with matrix as materialized (select found.correlations || ''::bytea as bytes)
       select string_agg(int4send(there) || substring(bytes from 1 + 4 * case when found.model_id = key.model
         then key.channel * found.channels + there else there * found.channels + key.channel end for 4), ''::bytea)
       from matrix cross join lateral generate_series(0, length(bytes) / (4 * found.channels) - 1) as there
     ) as correlations
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::integer[]) with ordinality as key (model, other, layer, channel, place)
     join lateral (${matchOfKey}) as found on true`,
    [
      keys.map(({ model }) => model),
      keys.map(({ other }) => other),
      keys.map(({ layer }) => layer),
      keys.map(({ channel }) => channel),
    ],
  );
  const matches: (NeuronMatch | null)[] = keys.map(() => null);
  for (const { place, images, correlations } of rows) {
    const values = new Float32Array(correlations.length / 8);
    for (let at = 0; at < correlations.length; at += 8)
      values[correlations.readInt32BE(at)] = correlations.readFloatLE(at + 4);
    matches[place] = { ...matchNeuron(values, keys[place]!.channel), images };
  }
  return matches;
}
