import { In } from 'typeorm';
import type { Database } from '../database/database.ts';
import { findNewestPages, type TimePage, type TimeQuery } from '../database/find-newest-pages.ts';
import { Note } from './note.entity.ts';

const id = `(asked.query ->> 'id')::uuid`;

/** Which notes a page is of, by ids and the like that they are found by. */
const found = {
  /** About a row. */
  node: `note.node_id = ${id} and note.neuron is null`,
  /** About a neuron, in whatever model of an experiment. */
  neuron: `note.experiment_id = ${id} and note.neuron = asked.query ->> 'neuron'`,
  /** About an experiment, or anything in it. */
  experiment: `note.experiment_id = ${id}`,
  /** That mention a person, in a workspace. */
  mention: `exists (select from note_mention where note_id = note.id and user_id = ${id})
    and exists (select from experiment
                 where experiment.id = note.experiment_id and workspace_id = (asked.query ->> 'workspaceId')::uuid)`,
};

export interface NoteQuery extends TimeQuery {
  by: keyof typeof found;
  id: string;
  /** Address of a neuron. */
  neuron?: string;
  workspaceId?: string;
}

/** Pages of notes that are found alike, the newest first, with their authors and whom they mention. */
export function findNotes(
  db: Database,
  by: NoteQuery['by'],
  queries: readonly NoteQuery[],
): Promise<TimePage<Note>[]> {
  return findNewestPages(db, { table: 'note', condition: found[by] }, queries, (ids) =>
    db
      .getRepository(Note)
      .find({ where: { id: In(ids) }, relations: { author: true, mentions: { user: true } } }),
  );
}
