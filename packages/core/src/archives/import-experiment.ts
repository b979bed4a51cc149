import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { findFirstWorkspace } from '../access/find-first-workspace.ts';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { DomainError } from '../errors/domain-error.ts';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { type ArchiveTable, archiveTables } from './archive-tables.ts';
import { checkStaged } from './check-staged.ts';
import { patience } from './patience.ts';
import { type IncomingFile, type Spooled, spoolArchive } from './spool-archive.ts';
import { naming, staged, stageRows } from './stage-rows.ts';
import { rowsPath } from './write-rows.ts';

export interface Imported {
  experiment: Experiment;
  /** Whether it wasn't there before. */
  isNew: boolean;
}

/**
 * Makes an experiment of an archive, with its ids, in a workspace if one is given. One that is there, as the archive has it, stays as
 * it is. Throws BAD_INPUT for an archive that isn't whole or isn't one, CONFLICT where this server has something else under one of its
 * ids, or lacks what it needs; then nothing of it is kept.
 */
export async function importExperiment(
  db: DataSource,
  artifacts: Pick<ArtifactStore, 'put'>,
  files: AsyncIterable<IncomingFile>,
  workspaceId: string | null = null,
): Promise<Imported> {
  const folder = await mkdtemp(join(tmpdir(), 'kindred-import-'));
  try {
    const archive = await spoolArchive(files, folder);
    return await db.transaction((transaction) => take(transaction, artifacts, archive, workspaceId));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function take(
  transaction: EntityManager,
  artifacts: Pick<ArtifactStore, 'put'>,
  archive: Spooled,
  given: string | null,
): Promise<Imported> {
  const { id } = archive.manifest.experiment;
  await transaction.query(patience);
  const tables = archiveTables(transaction.dataSource);
  await stageAll(transaction, archive, tables);
  const workspaceId = given ?? (await findFirstWorkspace(transaction))?.id ?? null;
  const there = await transaction.findOneBy(Experiment, { id });
  if (there) {
    await requireSame(transaction, tables, there, workspaceId);
    return { experiment: there, isNew: false };
  }
  await checkStaged(transaction, tables);
  for (const table of tables) await insertStaged(transaction, table);
  await transaction.update(Experiment, id, { workspaceId, importedAt: new Date() });
  await storeFiles(transaction, artifacts, archive);
  await notifyExperiment(transaction, id);
  return { experiment: await transaction.findOneByOrFail(Experiment, { id }), isNew: true };
}

/** All rows, in the order in which each can name those before it; of one experiment. */
async function stageAll(
  transaction: EntityManager,
  { manifest, find }: Spooled,
  tables: readonly ArchiveTable[],
): Promise<void> {
  const stray = manifest.files.find(
    ({ path }) => path.startsWith('rows/') && !tables.some(({ name }) => path === rowsPath(name)),
  );
  if (stray) throw new DomainError('BAD_INPUT', `${stray.path} is of no table of an archive.`);
  const known = new Set<string>();
  for (const table of tables) {
    const path = find(rowsPath(table.name));
    if (!path) throw new DomainError('BAD_INPUT', `The archive lacks ${rowsPath(table.name)}.`);
    await stageRows(transaction, table, path, known);
  }
  const experiments: { id: string }[] = await transaction.query(`select id from ${staged('experiment')}`);
  if (experiments.length === 1 && experiments[0]!.id === manifest.experiment.id) return;
  throw new DomainError('BAD_INPUT', 'The archive has another experiment than its manifest says.');
}

/** Throws CONFLICT where a row of the archive isn't here as it is there. Rows beside them came later and do no harm. */
async function requireSame(
  transaction: EntityManager,
  tables: readonly ArchiveTable[],
  { id, workspaceId }: Experiment,
  wanted: string | null,
): Promise<void> {
  const conflict = (reason: string) =>
    new DomainError('CONFLICT', `An experiment with the id ${id} is here already: ${reason}.`);
  if (workspaceId !== wanted) throw conflict('in another workspace');
  for (const { name, columns, of } of tables) {
    // When bytes came here is nobody's business elsewhere.
    const compared = columns.filter((column) => name !== 'artifact' || column !== 'created_at');
    const list = compared.map((column) => `"${column}"`).join(', ');
    const different: unknown[] = await transaction.query(
      `select ${list} from ${staged(name)} except select ${list} from "${name}" where ${of} limit 1`,
      [id],
    );
    if (different.length > 0) throw conflict(`${rowsPath(name)} has a row that is different or missing here`);
  }
}

async function insertStaged(transaction: EntityManager, { name, columns }: ArchiveTable): Promise<void> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  // The same bytes may be there already, of whatever experiment.
  const otherwise = name === 'artifact' ? 'on conflict do nothing' : '';
  await naming(rowsPath(name), () =>
    transaction.query(`insert into "${name}" (${list}) select ${list} from ${staged(name)} ${otherwise}`),
  );
}

/** The bytes of every artifact; last, so that what is refused leaves none. */
async function storeFiles(
  transaction: EntityManager,
  artifacts: Pick<ArtifactStore, 'put'>,
  { withDigest }: Spooled,
): Promise<void> {
  const rows: { digest: string; mediaType: string; byteLength: number }[] = await transaction.query(
    `select digest, media_type as "mediaType", byte_length as "byteLength" from ${staged('artifact')}`,
  );
  const files = rows.map(({ digest, mediaType, byteLength }) => {
    const file = withDigest(digest);
    if (file?.bytes !== byteLength)
      throw new DomainError('BAD_INPUT', `The archive lacks the file with the SHA-256 ${digest}.`);
    return { at: file.at, mediaType };
  });
  for (const { at, mediaType } of files) await artifacts.put(await readFile(at), mediaType, transaction);
}
