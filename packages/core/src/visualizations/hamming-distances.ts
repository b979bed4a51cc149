import type { Database } from '../database/database.ts';

/** Unequal bits: of 64, and of 42 for color. */
export interface HammingDistance {
  average: number;
  perceptual: number;
  difference: number;
  wavelet: number;
  color: number;
}

export interface VisualizationPair {
  /** Ids of Visualizations. */
  from: string;
  to: string;
}

/**
 * The distance of each pair, in order, in one statement; null where a picture has no hashes yet, the two follow different
 * definitions, or a neuron stayed silent: with activation 0 there is no gradient, and its picture is the start image still.
 */
export async function hammingDistances(
  db: Database,
  pairs: readonly VisualizationPair[],
): Promise<(HammingDistance | null)[]> {
  const distances: (HammingDistance | null)[] = pairs.map(() => null);
  const rows: (HammingDistance & { place: number })[] = await db.query(
    `select pair.place::integer - 1 as place,
       bit_count(a.average # b.average)::integer as average,
       bit_count(a.perceptual # b.perceptual)::integer as perceptual,
       bit_count(a.difference # b.difference)::integer as difference,
       bit_count(a.wavelet # b.wavelet)::integer as wavelet,
       bit_count(a.color # b.color)::integer as color
     from unnest($1::uuid[], $2::uuid[]) with ordinality as pair (a, b, place)
     join visualization_hashes a on a.visualization_id = pair.a
     join visualization_hashes b on b.visualization_id = pair.b and b.version = a.version
     where not exists (select from visualization where id in (pair.a, pair.b) and activation = 0)`,
    [pairs.map(({ from }) => from), pairs.map(({ to }) => to)],
  );
  for (const { place, ...distance } of rows) distances[place] = distance;
  return distances;
}
