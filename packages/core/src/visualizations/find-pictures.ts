import { columnsOf } from '../database/columns-of.ts';
import type { Database } from '../database/database.ts';
import { hashColumns } from './hashes-in-sql.ts';
import {
  Picture,
  type PictureOrigin,
  type PictureRow,
  pictureOrigin,
  type SharedByPictures,
} from './picture.ts';
import { Visualization } from './visualization.entity.ts';

/** The pictures of some ids, in no order; without those that aren't there. */
export async function findPictures(db: Database, ids: readonly string[]): Promise<Picture[]> {
  const columns = columnsOf(db, Visualization, 'picture', ['createdAt', ...pictureOrigin]);
  const rows: (PictureRow & SharedByPictures)[] = await db.query(
    `select ${columns}, ${hashColumns}
     from visualization picture left join visualization_hashes hashes on hashes.visualization_id = picture.id
     where picture.id = any($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => new Picture(row, row));
}

/** What computed some pictures, in no order. */
export function findPictureOrigins(db: Database, ids: readonly string[]): Promise<PictureOrigin[]> {
  return db.query(
    `select id, content_key as "contentKey", backend, code_version as "codeVersion"
     from visualization where id = any($1::uuid[])`,
    [ids],
  );
}
