import type { Client } from 'pg';

export interface TableToCopy {
  /** `schema.table`, quoted where it has to be. */
  name: string;
  columns: string[];
}

/** TypeORM's list of what ran is made by migrating; pg-boss's tables are made of ours. */
const left = `(n.nspname = 'public' and c.relname = 'migration') or n.nspname not in ('public', 'auth')`;

/** Our tables, those first that others refer to. A table may refer to itself. */
export async function listTables(client: Client): Promise<TableToCopy[]> {
  const { rows: tables } = await client.query<TableToCopy & { needs: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
            array(select quote_ident(attname) from pg_attribute
                   where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
                   order by attnum) as columns,
            array(select format('%I.%I', fn.nspname, fc.relname)
                    from pg_constraint k join pg_class fc on fc.oid = k.confrelid
                    join pg_namespace fn on fn.oid = fc.relnamespace
                   where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and not (${left})
      order by 1`,
  );
  const ordered: TableToCopy[] = [];
  const placed = new Set<string>();
  while (ordered.length < tables.length) {
    const next = tables.filter(
      ({ name, needs }) => !placed.has(name) && needs.every((need) => placed.has(need)),
    );
    if (next.length === 0)
      throw new Error('Tables refer to each other in a circle: none can be filled first.');
    for (const { name, columns } of next) {
      ordered.push({ name, columns });
      placed.add(name);
    }
  }
  return ordered;
}
