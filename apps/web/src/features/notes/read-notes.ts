import {
  FamilyNotesDocument,
  type FamilyNotesQuery,
  KindredError,
  MentionsDocument,
  type MentionsQuery,
  NeuronNotesDocument,
  type NoteFieldsFragment,
  type NotePageFragment,
} from '@kindred/client';
import { api } from '../../api.ts';

export type Note = NoteFieldsFragment;

export interface NotesShown {
  /** The newest first. */
  page: NotePageFragment;
  role: FamilyNotesQuery['viewer']['role'];
}

const first = 50;

/** A page of what people wrote about an experiment and what is in it, behind the cursor `after`. */
export async function readFamilyNotes(experiment: string, after: string | undefined): Promise<NotesShown> {
  const answer = await api.request(FamilyNotesDocument, { experiment, first, after });
  return shown(answer.experiment?.notes, answer.viewer);
}

/** The same of a neuron in any model of a family, of which `model` is one. */
export async function readNeuronNotes(
  model: string,
  at: string,
  after: string | undefined,
): Promise<NotesShown> {
  const answer = await api.request(NeuronNotesDocument, { model, at, first, after });
  return shown(answer.model?.neuron.notes, answer.viewer);
}

export type MentionPage = MentionsQuery['viewer']['mentions'];

/** A page of the notes that mention who looks, behind the cursor `after`. */
export async function readMentions(after: string | undefined): Promise<MentionPage> {
  return (await api.request(MentionsDocument, { first, after })).viewer.mentions;
}

function shown(page: NotePageFragment | undefined, { role }: FamilyNotesQuery['viewer']): NotesShown {
  if (!page) throw new KindredError('NOT_FOUND', 'What these notes are about is gone.');
  return { page, role };
}
