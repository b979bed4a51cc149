import { fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';

/** The columns of a table and their types; each may be null. */
export type ParquetColumns = Record<string, 'STRING' | 'DOUBLE' | 'INT32' | 'BOOLEAN'>;

export type ParquetRow = Record<string, unknown>;

/** Writes a table, a row group a batch. */
export async function writeParquet(
  to: string,
  columns: ParquetColumns,
  batches: AsyncIterable<ParquetRow[]> | Iterable<ParquetRow[]>,
): Promise<void> {
  const columnData = (rows: ParquetRow[]) =>
    Object.entries(columns).map(([name, type]) => ({
      name,
      type,
      data: rows.map((row) => row[name] ?? null),
    }));
  const writer = new ParquetWriter({
    writer: fileWriter(to),
    schema: schemaFromColumnData({ columnData: columnData([]) }),
  });
  for await (const rows of batches)
    await writer.write({ columnData: columnData(rows), rowGroupSize: rows.length });
  await writer.finish();
}
