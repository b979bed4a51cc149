import Link from 'next/link';
import { env } from '../../env.ts';
import { plural } from '../../ui/numbers.ts';
import { Section } from '../../ui/section.tsx';
import { About } from './about.tsx';
import { AddNote, EditNote } from './note-form.tsx';
import { NoteItem } from './note-item.tsx';
import type { Note, NotesShown } from './read-notes.ts';
import { RemoveNote } from './remove-note.tsx';

interface NotesProps {
  experiment: string;
  /** Id of what a new note is about. */
  about: string;
  notes: NotesShown;
  /** The address of the page whose notes stand behind a cursor. */
  olderAt: (cursor: string) => string;
}

/** What people wrote, the newest first, and a form for more. */
export function Notes({ experiment, about, notes: { page, role }, olderAt }: NotesProps) {
  const { nodes, totalCount, pageInfo } = page;
  const isShown = ({ about: one }: Note) => one?.__typename === 'Neuron' && about.endsWith(`/${one.ref}`);
  return (
    // Not in the site of a family, which anybody may see.
    <div data-not-in-site>
      <Section title="Notes" aside={totalCount > 0 && plural(totalCount, 'note')}>
        <ul className="space-y-5 text-sm">
          {nodes.map((note) => (
            <li key={`${note.id} ${note.editedAt}`}>
              <NoteItem note={note}>
                {!isShown(note) && <About about={note.about} experiment={experiment} />}
                {note.mine && role !== 'VIEWER' && <EditNote id={note.id} text={note.text} />}
                {(role === 'ADMIN' || (note.mine && role === 'EDITOR')) && <RemoveNote id={note.id} />}
              </NoteItem>
            </li>
          ))}
        </ul>
        {nodes.length === 0 && role === 'VIEWER' && <p className="text-quiet text-sm">None yet.</p>}
        {pageInfo.hasNextPage && (
          <p className="mt-4 text-xs">
            <Link href={olderAt(pageInfo.endCursor!)}>Older notes</Link>
          </p>
        )}
        {role !== 'VIEWER' && <AddNote about={about} />}
        {role !== 'VIEWER' && !env.alone && (
          <p className="mt-2 max-w-prose text-quiet text-xs">
            @ and a member’s whole name, or email address, mentions them.
          </p>
        )}
      </Section>
    </div>
  );
}
