import { In } from 'typeorm';
import type { Database } from '../database/database.ts';
import { Note } from './note.entity.ts';

/** Where a page of notes ends. */
export interface NoteCursor {
  createdAt: Date;
  id: string;
}

export interface NotePage {
  notes: Note[];
  hasNextPage: boolean;
  /** Of all pages. */
  totalCount: number;
}

/** Which notes a page is of, by ids and the like that they are found by. */
const found = {
  /** About a row. */
  node: 'note.node_id = asked.id and note.neuron is null',
  /** About a neuron, in whatever model of an experiment. */
  neuron: 'note.experiment_id = asked.id and note.neuron = asked.neuron',
  /** About an experiment, or anything in it. */
  experiment: 'note.experiment_id = asked.id',
  /** That mention a person, in a workspace. */
  mention: `exists (select from note_mention where note_id = note.id and user_id = asked.id)
    and exists (select from experiment where experiment.id = note.experiment_id and workspace_id = asked.workspace_id)`,
};

export interface NoteQuery {
  by: keyof typeof found;
  id: string;
  /** Address of a neuron. */
  neuron?: string;
  workspaceId?: string;
  first: number;
  /** The last one of the page before. */
  after?: NoteCursor | null;
}

interface Place {
  page: number;
  id: string | null;
  total: number;
}

/** Pages of notes that are found alike, the newest first. */
export async function findNotes(
  db: Database,
  by: NoteQuery['by'],
  queries: readonly NoteQuery[],
): Promise<NotePage[]> {
  const places: Place[] = await db.query(
    `select asked.page::integer as page, listed.id, counted.total
       from unnest($1::uuid[], $2::text[], $3::uuid[], $4::integer[], $5::timestamptz[], $6::uuid[])
            with ordinality as asked(id, neuron, workspace_id, first, after, after_id, page)
      cross join lateral (select count(*)::integer as total from note where ${found[by]}) as counted
       left join lateral (
         select id, created_at from note
          where ${found[by]} and (asked.after is null or (created_at, id) < (asked.after, asked.after_id))
          order by created_at desc, id desc limit asked.first + 1
       ) as listed on true
      order by asked.page, listed.created_at desc, listed.id desc`,
    [
      queries.map(({ id }) => id),
      queries.map(({ neuron }) => neuron ?? null),
      queries.map(({ workspaceId }) => workspaceId ?? null),
      queries.map(({ first }) => first),
      queries.map(({ after }) => after?.createdAt ?? null),
      queries.map(({ after }) => after?.id ?? null),
    ],
  );
  const notes = await readNotes(
    db,
    places.flatMap(({ id }) => id ?? []),
  );
  return queries.map(({ first }, index) => {
    const page = places.filter((place) => place.page === index + 1);
    const listed = page.flatMap(({ id }) => (id && notes.get(id)) || []);
    return {
      notes: listed.slice(0, first),
      hasNextPage: listed.length > first,
      totalCount: page[0]!.total,
    };
  });
}

/** With their authors, and whom they mention. */
async function readNotes(db: Database, ids: readonly string[]): Promise<Map<string, Note>> {
  if (ids.length === 0) return new Map();
  const notes = await db
    .getRepository(Note)
    .find({ where: { id: In(ids) }, relations: { author: true, mentions: { user: true } } });
  return new Map(notes.map((note) => [note.id, note]));
}
