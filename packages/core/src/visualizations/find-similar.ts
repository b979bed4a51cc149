import type { Database } from '../database/database.ts';
import { findPictures } from './find-pictures.ts';
import { type ByHash, type HashName, hashLengths } from './hash-names.ts';
import { nearChunks } from './near-chunks.ts';
import { bitsOf, type Picture } from './picture.ts';

export interface SimilarityQuestion {
  /** A picture with its hashes; it is no answer itself. */
  to: Picture;
  /** Which hash is compared. */
  hash: HashName;
  /** How many at most. */
  first: number;
  /** Unequal bits at most; any number when left out. */
  maxBits?: number | null;
  /** Ids of the Models whose pictures are looked through; all when left out. */
  modelIds?: string[] | null;
  /** The workspace whose pictures are looked through; any when left out. */
  workspaceId?: string | null;
  /** Pictures of other presets and seeds too; default false. */
  anyRecipe?: boolean;
}

export interface SimilarVisualization {
  visualization: Picture;
  /** Unequal bits. */
  bits: number;
}

/**
 * Bits within which we ask, in turn, until enough are found: few near ones cost less than all. Within `indexed` bits few values of
 * a chunk are near, and the indexes are asked. Beyond, every hash is read, and what lies within `read` bits is soon sorted.
 */
interface Rings {
  indexed: readonly number[];
  read: number;
}

const ofChunks: Rings = { indexed: [4, 8, 12], read: 20 };
const rings: ByHash<Rings> = {
  average: ofChunks,
  perceptual: ofChunks,
  difference: ofChunks,
  wavelet: ofChunks,
  color: { indexed: [2, 3], read: 6 },
};

export interface Neighbour {
  /** Of a Visualization. */
  id: string;
  bits: number;
}

/**
 * The pictures whose hash is nearest, the nearest first. Only those compare that `hammingDistance` would: of the same version
 * and no silent neuron. The caller has checked that `to` does.
 */
export async function findSimilar(
  db: Database,
  question: SimilarityQuestion,
): Promise<SimilarVisualization[]> {
  return withPictures(db, await findNearest(db, question));
}

/** In order. One that was deleted since then is left out. */
export async function withPictures(
  db: Database,
  neighbours: readonly Neighbour[],
): Promise<SimilarVisualization[]> {
  const pictures = await findPictures(
    db,
    neighbours.map(({ id }) => id),
  );
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  return neighbours.flatMap(({ id, bits }) => {
    const visualization = byId.get(id);
    return visualization ? [{ visualization, bits }] : [];
  });
}

async function findNearest(db: Database, question: SimilarityQuestion): Promise<Neighbour[]> {
  const { hash, first, maxBits } = question;
  const { indexed, read } = rings[hash];
  const most = maxBits ?? hashLengths[hash];
  let before: number | undefined;
  for (const bits of indexed.filter((bits) => bits < most)) {
    const found = await findWithin(db, question, bits);
    if (found.length === first) return found;
    // Where a wider ring holds nobody else, the next holds few.
    if (found.length === before) break;
    before = found.length;
  }
  const found = read < most ? await findWithin(db, question, read) : [];
  return found.length === first ? found : findWithin(db, question, most);
}

function findWithin(
  db: Database,
  { to, hash, first, modelIds, workspaceId, anyRecipe }: SimilarityQuestion,
  maxBits: number,
): Promise<Neighbour[]> {
  const bits = bitsOf(to.hashes![hash]);
  const distance = `bit_count(${hash} # $1::bit(${hashLengths[hash]}))`;
  const chunks = maxBits <= rings[hash].indexed.at(-1)! ? nearChunks(hash, bits, maxBits) : [];
  const near = chunks.map(({ expression, type }, place) => `${expression} = any($${10 + place}::${type}[])`);
  // The planner would look for preset and seed first, which many have; few lie near.
  const readsAll = chunks.length === 0 && !modelIds;
  const hashes = readsAll
    ? `(select * from visualization_hashes where ${distance} <= $7 offset 0)`
    : 'visualization_hashes';
  return db.query(
    `select visualization_id as id, ${distance}::integer as bits
     from ${hashes} as hashes
     where comparable and version = $2 and visualization_id <> $3
       and ($4::uuid[] is null or model_id = any($4))
       and ($5::text is null or preset = $5 and seed = $6)
       and ${distance} <= $7
       and (${near.join(' or ') || 'true'})
       and ($9::uuid is null or exists (
         select from model join experiment on experiment.id = model.experiment_id
         where model.id = hashes.model_id and experiment.workspace_id = $9
       ))
     order by bits, id
     limit $8`,
    [
      bits,
      to.hashes!.version,
      to.id,
      modelIds ?? null,
      anyRecipe ? null : to.preset,
      to.seed,
      maxBits,
      first,
      workspaceId ?? null,
      ...chunks.map(({ values }) => values),
    ],
  );
}
