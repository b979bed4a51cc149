import { findPictures, type Picture } from '@kindred/core';
import DataLoader from 'dataloader';
import { type DataSource, In } from 'typeorm';
import { type NodeName, type NodeRow, nodeNames, nodeRows } from '../modules/nodes/node-rows.ts';
import { inOrder } from './in-order.ts';

/** What their fields read beside the rows. */
const relationsOf: Partial<Record<NodeName, object>> = {
  SavedComparison: { author: true },
  Note: { author: true, mentions: { user: true } },
};

/** Rows of any kind by id: one statement finds their tables, and one reads each table where some were found. */
export function createNodeLoader(db: DataSource) {
  return new DataLoader(async (ids: readonly string[]) => {
    const places = await findPlaces(db, ids);
    const rows = await Promise.all(
      nodeNames.map((name) => {
        const here = places.filter((place) => place.name === name).map(({ id }) => id);
        return here.length > 0 ? readRows(db, name, here) : [];
      }),
    );
    return inOrder(ids, rows.flat(), ({ id }) => id);
  });
}

function findPlaces(db: DataSource, ids: readonly string[]): Promise<{ name: NodeName; id: string }[]> {
  const inTable = (name: NodeName) =>
    `select '${name}' as name, id from ${db.getMetadata(nodeRows[name]).tableName} where id = any($1::uuid[])`;
  return db.query(nodeNames.map(inTable).join(' union all '), [ids]);
}

function readRows(db: DataSource, name: NodeName, ids: string[]): Promise<NodeRow[]> {
  if (name === 'Visualization') return findPictures(db, ids);
  const relations = relationsOf[name] ?? {};
  return db
    .getRepository<Exclude<NodeRow, Picture>>(nodeRows[name])
    .find({ where: { id: In(ids) }, relations });
}
