import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Keeper } from '../access/keeper.ts';
import { findWorkspaceMembers } from '../access/members.ts';
import { DomainError } from '../errors/domain-error.ts';
import { parseInput } from '../errors/parse-input.ts';
import { notifyExperiment } from '../events/notify-experiment.ts';
import { Experiment } from '../experiments/experiment.entity.ts';
import { findMentions } from './find-mentions.ts';
import { longestNote, Note } from './note.entity.ts';
import { NoteMention } from './note-mention.entity.ts';

/** What a note is about, and who writes it. */
export type NewNote = Pick<Note, 'experimentId' | 'nodeId' | 'neuron' | 'authorId' | 'text'>;

const noteText = z
  .string()
  .max(longestNote, `must have ${longestNote} characters at most`)
  .refine((text) => text.trim() !== '', { error: 'must say something' });

/** Keeps a note, with whom it mentions. The caller has found what it is about. Throws BAD_INPUT for no text or too long a one. */
export function addNote(db: DataSource, { text, ...note }: NewNote): Promise<Note> {
  const checked = checkText(text);
  return db.transaction(async (transaction) => {
    const { id } = await transaction.save(transaction.create(Note, { ...note, text: checked }));
    return keepMentions(transaction, id);
  });
}

/** Writes a note anew. Throws as `addNote`, FORBIDDEN for what somebody else wrote, NOT_FOUND for a note that is gone. */
export function editNote(db: DataSource, id: string, text: string, { userId }: Keeper): Promise<Note> {
  const checked = checkText(text);
  return db.transaction(async (transaction) => {
    const { authorId } = await lockNote(transaction, id);
    if (authorId !== userId) throw othersNote('edit');
    await transaction.update(Note, { id }, { text: checked, editedAt: new Date() });
    await transaction.delete(NoteMention, { noteId: id });
    return keepMentions(transaction, id);
  });
}

/** Takes a note out; answers with what it was. Throws as `editNote`, but admins may. */
export function removeNote(db: DataSource, id: string, { userId, isAdmin }: Keeper): Promise<Note> {
  return db.transaction(async (transaction) => {
    const { authorId } = await lockNote(transaction, id);
    if (authorId !== userId && !isAdmin) throw othersNote('remove');
    const note = await readNote(transaction, id);
    await transaction.delete(Note, { id });
    await notifyExperiment(transaction, note.experimentId);
    return note;
  });
}

/** As it is kept: places of mentions are counted in that. */
function checkText(written: string): string {
  const note = { text: written.normalize() };
  return parseInput(z.strictObject({ text: noteText }), note, { title: 'No note:', whole: 'the note' }).text;
}

async function keepMentions(transaction: EntityManager, id: string): Promise<Note> {
  const { text, experimentId } = await transaction.findOneByOrFail(Note, { id });
  const { workspaceId } = await transaction.findOneByOrFail(Experiment, { id: experimentId });
  const members = workspaceId ? await findWorkspaceMembers(transaction, workspaceId) : [];
  await transaction.insert(
    NoteMention,
    findMentions(text, members).map((mention) => ({ ...mention, noteId: id })),
  );
  await notifyExperiment(transaction, experimentId);
  return readNote(transaction, id);
}

function readNote(transaction: EntityManager, id: string): Promise<Note> {
  return transaction.findOneOrFail(Note, {
    where: { id },
    relations: { author: true, mentions: { user: true } },
  });
}

async function lockNote(transaction: EntityManager, id: string): Promise<Note> {
  const note = await transaction.findOne(Note, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (note) return note;
  throw new DomainError('NOT_FOUND', `No note has the id ${id}: what it was about lists its \`notes\`.`);
}

function othersNote(act: string): DomainError {
  return new DomainError(
    'FORBIDDEN',
    `Somebody else wrote this note, and you can’t ${act} it: add one of your own.`,
  );
}
