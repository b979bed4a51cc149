import {
  ActivationGrid,
  Evaluation,
  Experiment,
  Job,
  LayerMatch,
  MaskedTensor,
  Model,
  SaliencyAgreement,
  SaliencyMap,
} from '@kindred/core';
import type { DataSource } from 'typeorm';

/** What all ids of the experiment that is copied begin with. */
export const copiedPrefix = '00000000';

const tables = [
  Experiment,
  Model,
  Job,
  Evaluation,
  MaskedTensor,
  LayerMatch,
  SaliencyMap,
  SaliencyAgreement,
  ActivationGrid,
];

/** Copies an experiment, but for its pictures, so many times; each is an hour older than the one before. */
export async function copyExperiment(db: DataSource, copies: number): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction.query('set local session_replication_role = replica');
    for (const table of tables) await transaction.query(copyOf(db, table), [copies]);
  });
}

function copyOf(db: DataSource, table: (typeof tables)[number]): string {
  const { tableName, columns, primaryColumns } = db.getRepository<object>(table).metadata;
  const names = columns.map(({ databaseName }) => databaseName);
  const values = columns.map(({ databaseName, type, isArray }) => {
    if (table === Experiment && databaseName === 'name') return `'Experiment ' || number`;
    if (table === Experiment && databaseName === 'created_at')
      return `created_at - number * interval '1 hour'`;
    if (databaseName === 'workspace_id') return databaseName;
    if (type === 'uuid') return renamed(databaseName, isArray ? 'uuid[]' : 'uuid');
    return databaseName === 'payload' ? renamed(databaseName, 'jsonb') : databaseName;
  });
  return `insert into ${tableName} (${names.join(', ')})
    select ${values.join(', ')} from ${tableName}, generate_series(1, $1::integer) as number
    where ${primaryColumns[0]!.databaseName}::text like '${copiedPrefix}-%'`;
}

/** With other ids: they begin with digits that follow from the copy's number. */
const renamed = (column: string, type: string): string =>
  `replace(${column}::text, '${copiedPrefix}-', left(md5(number::text), ${copiedPrefix.length}) || '-')::${type}`;
