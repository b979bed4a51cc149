import { In } from 'typeorm';
import type { Database } from '../database/database.ts';
import { Artifact } from './artifact.entity.ts';
import { type ArtifactKind, artifactKinds, namingColumns } from './artifact-kinds.ts';

/** A place that names an artifact. */
export interface ArtifactUse {
  kind: ArtifactKind;
  artifact: Artifact;
  /** The model that it is of, or about. */
  modelId: string;
  /** Where it stands among all of the experiment's: kind, model, row, and part of the row. */
  place: ArtifactPlace;
}

export type ArtifactPlace = [kind: number, model: number, rowId: string, part: number];

/** Of an experiment, or of one of its models; of some kinds, or of all. */
export interface ArtifactSubject {
  experimentId: string;
  modelId?: string;
  kinds?: readonly ArtifactKind[] | null;
}

const nowhere: ArtifactPlace = [-1, -1, '00000000-0000-0000-0000-000000000000', -1];

/**
 * A page of the files that an experiment or a model names, kind by kind in the order of the family, and one more if there is one: each as
 * often as it is named.
 */
export async function findArtifactUses(
  db: Database,
  subject: ArtifactSubject & { first: number; after?: ArtifactPlace | null },
): Promise<ArtifactUse[]> {
  const { experimentId, modelId = null, first, after } = subject;
  const [afterKind, afterModel, ...behind] = after ?? nowhere;
  // Each kind begins at the model where the last page ended: later pages cost what the first one does.
  const pages = kindsOf(subject).map((kind) => {
    const { rows, digest, id, part } = namingColumns[kind];
    const place = artifactKinds.indexOf(kind);
    return `(
      select ${place} as place, model.position, ${id} as row_id, ${part} as part, named.${digest} as digest, model.id as model_id
        from ${rows}
       where ${ofSubject} and named.${digest} is not null and (${place} > $3 or model.position >= $4)
         and (${place}, model.position, ${id}, ${part}) > ($3::integer, $4::integer, $5::uuid, $6::integer)
       order by model.position, row_id, part limit $7)`;
  });
  if (pages.length === 0) return [];
  const named: Named[] = await db.query(
    `select digest, model_id as "modelId", json_build_array(place, position, row_id, part) as place
       from (${pages.join(' union all ')}) as named
      order by named.place, position, row_id, part limit $7`,
    [experimentId, modelId, afterKind, afterModel, ...behind, first + 1],
  );
  const files = await db.getRepository(Artifact).findBy({ digest: In(named.map(({ digest }) => digest)) });
  const fileOf = new Map(files.map((file) => [file.digest, file]));
  return named.map(({ digest, modelId, place }) => {
    return { kind: artifactKinds[place[0]]!, artifact: fileOf.get(digest)!, modelId, place };
  });
}

type Named = Pick<ArtifactUse, 'modelId' | 'place'> & Pick<Artifact, 'digest'>;

/** How many there are. */
export async function countArtifactUses(db: Database, subject: ArtifactSubject): Promise<number> {
  const counts = kindsOf(subject).map((kind) => {
    const { rows, digest } = namingColumns[kind];
    return `(select count(*) from ${rows} where ${ofSubject} and named.${digest} is not null)`;
  });
  if (counts.length === 0) return 0;
  const [{ count }] = await db.query(`select (${counts.join(' + ')})::integer as count`, [
    subject.experimentId,
    subject.modelId ?? null,
  ]);
  return count;
}

const ofSubject = 'model.experiment_id = $1 and ($2::uuid is null or model.id = $2)';

const kindsOf = ({ kinds }: ArtifactSubject) =>
  artifactKinds.filter((kind) => !kinds || kinds.includes(kind));
