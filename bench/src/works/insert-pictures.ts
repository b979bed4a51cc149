import type { DataSource } from 'typeorm';

/** Draws by number: PostgreSQL's own hash of the picture's number and the draw's. */
export const draw = (number: string, place: number) => `hashint8extended(${number}, ${place})`;

/** Each bit is 1 with a chance of ½ to the power of `draws`. */
const rarely = (number: string, place: number, draws: number) =>
  Array.from({ length: draws }, (_, more) => draw(number, place + more)).join(' & ');

/** A number from 1 to `most`, small ones far more often: each as often as all up to its double. */
const skewed = (place: number, most: number) =>
  `floor(exp((${draw('number', place)} & 1048575) / 1048576.0::float8 * ln(${most})))::bigint`;

/**
 * The five hashes of the picture of a number, of three kinds: average and difference are random bits; perceptual and wavelet lie in
 * clusters of all sizes, 14 and 8 bits apart on average; color lies in a few, most of it zeros and many alike.
 */
export const drawnHashes = `
  ${draw('number', 1)}::bit(64),
  (${draw('cluster', 2)} # (${rarely('number', 3, 3)}))::bit(64),
  ${draw('number', 6)}::bit(64),
  (${draw('cluster', 7)} # (${rarely('number', 8, 4)}))::bit(64),
  ((${rarely('colors', 12, 3)}) # (${rarely('number', 15, 5)}))::bit(42)`;

/** The clusters that they lie in. */
export const drawnClusters = `lateral (select ${skewed(20, 20_000)} as cluster, ${skewed(21, 2000)} as colors) as clusters`;

/** Pictures that are inserted at once: a few seconds' worth. */
const portion = 20_000;

/** Pictures with hashes, the same each time. */
export async function insertPictures(
  db: DataSource,
  pictures: number,
  onInserted: (inserted: number) => void,
): Promise<void> {
  for (let first = 1; first <= pictures; first += portion) {
    const last = Math.min(first + portion - 1, pictures);
    await insertPortion(db, first, last);
    onInserted(last);
  }
  await db.query('vacuum analyze visualization, visualization_hashes');
}

async function insertPortion(db: DataSource, first: number, last: number): Promise<void> {
  await db.transaction(async (transaction) => {
    // Neither models nor artifacts are here for foreign keys to find.
    await transaction.query('set local session_replication_role = replica');
    await transaction.query(
      `insert into visualization (id, model_id, layer, channel, preset, seed, activation)
       select md5('picture ' || number)::uuid, md5('model ' || number / 1000)::uuid, 'stage1.block0', number % 1000, 'quick', 1, 1
       from generate_series($1::integer, $2::integer) as number`,
      [first, last],
    );
    await transaction.query(
      `insert into visualization_hashes (visualization_id, model_id, layer, channel, preset, seed, comparable, version,
         average, perceptual, difference, wavelet, color)
       select md5('picture ' || number)::uuid, md5('model ' || number / 1000)::uuid, 'stage1.block0', number % 1000, 'quick', 1, true, 'imagehash-4.3.2/8/binbits3',
         ${drawnHashes}
       from generate_series($1::integer, $2::integer) as number, ${drawnClusters}`,
      [first, last],
    );
  });
}
