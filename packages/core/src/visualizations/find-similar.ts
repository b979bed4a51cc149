import { In } from 'typeorm';
import type { Database } from '../database/database.ts';
import { type HashName, hashLengths } from './hash-names.ts';
import { chunkOf, nearChunks } from './near-chunks.ts';
import { Visualization } from './visualization.entity.ts';

export interface SimilarityQuestion {
  /** A picture with its hashes; it is no answer itself. */
  to: Visualization;
  /** Which hash is compared. */
  hash: HashName;
  /** How many at most. */
  first: number;
  /** Unequal bits at most; any number when left out. */
  maxBits?: number | null;
  /** Ids of the Models whose pictures are looked through; all when left out. */
  modelIds?: string[] | null;
  /** Pictures of other presets and seeds too; default false. */
  anyRecipe?: boolean;
}

export interface SimilarVisualization {
  visualization: Visualization;
  /** Unequal bits. */
  bits: number;
}

/**
 * Bits within which the chunks' indexes are asked, the nearest first: few chunks are near within 4, and whoever has enough neighbours
 * there needs none beyond. Beyond 12 so many chunks are near that reading every hash is faster.
 */
const indexedBits = [4, 8, 12];

interface Neighbour {
  /** Of a Visualization. */
  id: string;
  bits: number;
}

/**
 * The pictures whose hash is nearest, the nearest first. Only those compare that `hammingDistances` would: of the same version
 * and no silent neuron. The caller has checked that `to` does.
 */
export async function findSimilar(
  db: Database,
  question: SimilarityQuestion,
): Promise<SimilarVisualization[]> {
  const rows = await findNearest(db, question);
  const visualizations = await db.getRepository(Visualization).find({
    where: { id: In(rows.map(({ id }) => id)) },
    relations: { hashes: true },
  });
  const byId = new Map(visualizations.map((visualization) => [visualization.id, visualization]));
  // One that was deleted since then is left out.
  return rows.flatMap(({ id, bits }) => {
    const visualization = byId.get(id);
    return visualization ? [{ visualization, bits }] : [];
  });
}

async function findNearest(db: Database, question: SimilarityQuestion): Promise<Neighbour[]> {
  const { hash, first, maxBits } = question;
  const most = maxBits ?? hashLengths[hash];
  const nearer = hash === 'color' ? [] : indexedBits.filter((bits) => bits < most);
  for (const bits of nearer) {
    const found = await findWithin(db, question, bits);
    if (found.length === first) return found;
  }
  return findWithin(db, question, most);
}

function findWithin(
  db: Database,
  { to, hash, first, modelIds, anyRecipe }: SimilarityQuestion,
  maxBits: number,
): Promise<Neighbour[]> {
  const hashes = to.hashes!;
  const distance = `bit_count(${hash} # $1::bit(${hashLengths[hash]}))`;
  const indexed = hash !== 'color' && maxBits <= indexedBits.at(-1)!;
  const chunks = indexed ? nearChunks(hashes[hash], maxBits) : [];
  const near = chunks.map((_, place) => `${chunkOf(hash, place)} = any($${9 + place}::integer[])`);
  return db.query(
    `select visualization_id as id, ${distance}::integer as bits
     from visualization_hashes
     where comparable and version = $2 and visualization_id <> $3
       and ($4::uuid[] is null or model_id = any($4))
       and ($5::text is null or preset = $5 and seed = $6)
       and ${distance} <= $7
       and (${near.join(' or ') || 'true'})
     order by bits, id
     limit $8`,
    [
      hashes[hash],
      hashes.version,
      to.id,
      modelIds ?? null,
      anyRecipe ? null : to.preset,
      to.seed,
      maxBits,
      first,
      ...chunks,
    ],
  );
}
