import { IsNull } from 'typeorm';
import type { Database } from '../database/database.ts';
import { meanDistances } from '../distances/mean-distances.ts';
import type { ReadHashes } from '../distances/read-hashes.ts';
import { Evaluation } from '../evaluations/evaluation.entity.ts';
import type { Experiment } from '../experiments/experiment.entity.ts';
import { findFamilies } from '../models/find-families.ts';
import type { Model } from '../models/model.entity.ts';
import { siblingPairs, snapshotPairs } from '../models/model-pairs.ts';
import type { ClaimPlace } from './claim.ts';
import { type ComparedClaim, compareClaim, type Measured } from './compare-claim.ts';
import { publishedClaims } from './published-claims.ts';

/** What the paper publishes, at one place or everywhere, beside what an experiment measured; in the paper's order. */
export async function findClaims(
  db: Database,
  readHashes: ReadHashes,
  { id, config }: Pick<Experiment, 'id' | 'config'>,
  place?: ClaimPlace | null,
): Promise<ComparedClaim[]> {
  const claims = publishedClaims.filter((claim) => !place || claim.place === place);
  const [models, evaluations] = await Promise.all([
    findFamilies(db, [id]),
    db
      .getRepository(Evaluation)
      .find({ where: { experimentId: id, corruption: IsNull() }, order: { createdAt: 'ASC' } }),
  ]);
  const ofPictures = claims.some(({ subject }) => subject.kind === 'pictures');
  const distances = ofPictures
    ? await findDistances(readHashes, models, config)
    : { siblings: [], snapshots: [] };
  return claims.map((claim) => compareClaim(claim, { config, models, evaluations, distances }));
}

/** Those of the pictures that the experiment asked for itself. */
async function findDistances(
  readHashes: ReadHashes,
  models: readonly Model[],
  { seed, visualize: { preset } }: Experiment['config'],
): Promise<Measured['distances']> {
  const [siblings, snapshots] = await Promise.all(
    [siblingPairs(models), snapshotPairs(models)].map((pairs) =>
      meanDistances(readHashes, pairs, { preset, seed }),
    ),
  );
  return { siblings: siblings!, snapshots: snapshots! };
}
