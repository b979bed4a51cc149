import { createReadStream } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type DataSource, type EntityManager, In } from 'typeorm';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { hashFile } from '../artifacts/hash-file.ts';
import { DomainError } from '../errors/domain-error.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { Job, openStatuses } from '../jobs/job.entity.ts';
import { analysisTables } from './analysis/analysis-tables.ts';
import { archiveTables } from './archive-tables.ts';
import { type ListedFile, manifestPath, writeManifest } from './manifest.ts';
import { type NamedArtifact, nameArtifacts } from './name-artifacts.ts';
import { patience } from './patience.ts';
import { readMe } from './read-me.ts';
import { writeParquet } from './write-parquet.ts';
import { rowsPath, writeRows } from './write-rows.ts';

/** A file of an archive. */
export interface ArchiveFile {
  path: string;
  bytes: number;
  content(): AsyncIterable<Uint8Array>;
}

/**
 * The files of an experiment's archive, the manifest first. Rows and tables are written into a folder of the caller's, who removes
 * it when all is read; artifacts are read when their turn comes. Throws NOT_FOUND for an unknown experiment, CONFLICT for one that
 * something is still done for, or that can't stand alone.
 */
export async function exportExperiment(
  db: DataSource,
  artifacts: Pick<ArtifactStore, 'read'>,
  experimentId: string,
  folder: string,
): Promise<ArchiveFile[]> {
  // All of it as it is at one moment.
  const { experiment, written, named } = await db.transaction('REPEATABLE READ', async (transaction) => {
    await transaction.query(patience);
    const experiment = await requireEnded(transaction, experimentId);
    const named = await nameArtifacts(transaction, experimentId);
    return { experiment, named, written: await writeTables(transaction, experiment, named, folder) };
  });
  const files: (ListedFile & Pick<ArchiveFile, 'content'>)[] = [
    ...written.map((file) => ({ ...file, content: () => createReadStream(join(folder, file.path)) })),
    ...named.map(({ path, bytes, digest: sha256, what }) => {
      const content = async function* () {
        yield await artifacts.read(sha256);
      };
      return { path, bytes, sha256, what, content };
    }),
  ];
  const listed = files.map(({ path, bytes, sha256, what }) => ({ path, bytes, sha256, what }));
  const { id, name } = experiment;
  const manifest = Buffer.from(
    `${JSON.stringify(writeManifest({ experiment: { id, name }, files: listed }), null, 1)}\n`,
  );
  const content = async function* () {
    yield manifest;
  };
  return [{ path: manifestPath, bytes: manifest.byteLength, content }, ...files];
}

async function requireEnded(transaction: EntityManager, id: string): Promise<Experiment> {
  const experiment = await transaction.findOneBy(Experiment, { id });
  if (!experiment) throw new DomainError('NOT_FOUND', `No experiment has the id ${id}.`);
  const { name } = experiment;
  const open = await transaction.countBy(Job, { experimentId: id, status: In(openStatuses) });
  if (open > 0)
    throw new DomainError(
      'CONFLICT',
      `"${name}" has ${open} jobs that are still to be done: export it when they are, or cancel them.`,
    );
  const [other] = await transaction.query(
    `select contrasted.name, experiment.name as experiment
       from visualization join model on model.id = model_id
       join model contrasted on contrasted.id = (objective #>> '{contrast,modelId}')::uuid
       join experiment on experiment.id = contrasted.experiment_id
      where model.experiment_id = $1 and contrasted.experiment_id <> $1 limit 1`,
    [id],
  );
  if (other)
    throw new DomainError(
      'CONFLICT',
      `"${name}" can't stand alone: a picture of it contrasts with ${other.name} of "${other.experiment}".`,
    );
  return experiment;
}

/** Writes the tables, for people and for Kindred, and lists them. */
async function writeTables(
  transaction: EntityManager,
  experiment: Experiment,
  named: readonly NamedArtifact[],
  folder: string,
): Promise<ListedFile[]> {
  const files: ListedFile[] = [];
  const add = async (path: string, what: string, write: (to: string) => Promise<void>) => {
    const to = join(folder, path);
    await mkdir(dirname(to), { recursive: true });
    await write(to);
    files.push({ path, bytes: (await stat(to)).size, sha256: await hashFile(to), what });
  };
  await add('README.md', 'what is what', (to) => writeFile(to, readMe(experiment)));
  for (const table of archiveTables(transaction.dataSource))
    await add(rowsPath(table.name), `rows of ${table.name}`, (to) =>
      writeRows(transaction, table, experiment.id, to),
    );
  const pictures = new Map(named.filter(({ what }) => what === 'picture').map(({ id, path }) => [id, path]));
  for (const { name, what, columns, rows } of analysisTables)
    await add(`tables/${name}.parquet`, what, (to) =>
      writeParquet(to, columns, rows({ transaction, experiment, pictures })),
    );
  return files;
}
