import {
  findPictures,
  findSimilar,
  type HashName,
  migrate,
  openDatabase,
  Visualization,
} from '@kindred/core';
import { startTemplateServer } from '@kindred/core/testing/server';
import { insertPictures } from './insert-pictures.ts';
import type { Prepare } from './work.ts';

export interface SimilarValues {
  pictures: number;
  first: number;
  maxBits: number | null;
  /** Compared in turn. */
  hashes: readonly HashName[];
}

/** Pictures to ask about; they are gone through again and again. */
const asked = 200;

/** A question for the pictures nearest to one, in a database of its own; another picture and another hash each time. */
export const prepare: Prepare<SimilarValues> = async (values, _threads, onPrepared) => {
  const { pictures, first, maxBits, hashes } = values;
  const server = await startTemplateServer(undefined);
  const db = await openDatabase(server.url);
  await migrate(db);
  await insertPictures(db, pictures, (inserted) => onPrepared(inserted / pictures));
  const [{ version }] = await db.query(`select current_setting('server_version') as version`);
  const rows = await db
    .getRepository(Visualization)
    .find({ select: { id: true }, order: { id: 'ASC' }, take: asked });
  const questions = await findPictures(
    db,
    rows.map(({ id }) => id),
  );
  let step = 0;
  return {
    versions: { node: process.versions.node, postgresql: version },
    async step() {
      const hash = hashes[step % hashes.length]!;
      const to = questions[step++ % asked]!;
      await findSimilar(db, { to, hash, first, maxBits });
    },
    async stop() {
      await db.destroy();
      await server.stop();
    },
  };
};
