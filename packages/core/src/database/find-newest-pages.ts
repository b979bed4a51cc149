import type { Database } from './database.ts';

/** Where a page ends. */
export interface TimeCursor {
  createdAt: Date;
  id: string;
}

export interface TimePage<Row> {
  rows: Row[];
  hasNextPage: boolean;
  /** Of all pages. */
  totalCount: number;
}

export interface TimeQuery {
  first: number;
  /** The last one of the page before. */
  after?: TimeCursor | null;
}

interface Place {
  page: number;
  id: string | null;
  total: number;
}

/**
 * Pages of a table's rows, the newest first: ids by one statement, which `read` then reads. `condition` is SQL that compares a row
 * with what a query says of it, named as the query's fields are: `(asked.query ->> 'id')::uuid`.
 */
export async function findNewestPages<Row extends { id: string }>(
  db: Database,
  { table, condition }: { table: string; condition: string },
  queries: readonly TimeQuery[],
  read: (ids: string[]) => Promise<Row[]>,
): Promise<TimePage<Row>[]> {
  const places: Place[] = await db.query(
    `select asked.page::integer as page, listed.id, counted.total
       from unnest($1::jsonb[], $2::integer[], $3::timestamptz[], $4::uuid[])
            with ordinality as asked(query, first, after, after_id, page)
      cross join lateral (select count(*)::integer as total from ${table} where ${condition}) as counted
       left join lateral (
         select id, created_at from ${table}
          where ${condition} and (asked.after is null or (created_at, id) < (asked.after, asked.after_id))
          order by created_at desc, id desc limit asked.first + 1
       ) as listed on true
      order by asked.page, listed.created_at desc, listed.id desc`,
    [
      queries.map((query) => JSON.stringify(query)),
      queries.map(({ first }) => first),
      queries.map(({ after }) => after?.createdAt ?? null),
      queries.map(({ after }) => after?.id ?? null),
    ],
  );
  const ids = places.flatMap(({ id }) => id ?? []);
  const rows = new Map((ids.length > 0 ? await read(ids) : []).map((row) => [row.id, row]));
  return queries.map(({ first }, index) => {
    const page = places.filter((place) => place.page === index + 1);
    const listed = page.flatMap(({ id }) => (id && rows.get(id)) || []);
    return {
      rows: listed.slice(0, first),
      hasNextPage: listed.length > first,
      totalCount: page[0]!.total,
    };
  });
}
