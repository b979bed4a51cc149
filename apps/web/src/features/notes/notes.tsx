import Link from 'next/link';
import { env } from '../../env.ts';
import { minute, plural } from '../../ui/numbers.ts';
import { Section } from '../../ui/section.tsx';
import { neuronAddress } from '../neurons/address.ts';
import { AddNote, EditNote } from './note-form.tsx';
import { NoteText } from './note-text.tsx';
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
  return (
    // Not in the site of a family, which anybody may see.
    <div data-not-in-site>
      <Section title="Notes" aside={totalCount > 0 && plural(totalCount, 'note')}>
        <ul className="space-y-5 text-sm">
          {nodes.map((note) => (
            <li key={`${note.id} ${note.editedAt}`}>
              <NoteText {...note} />
              <div className="mt-1 flex flex-wrap items-baseline gap-x-4 text-quiet text-xs">
                <Written note={note} />
                <About note={note} experiment={experiment} shown={about} />
                {note.mine && role !== 'VIEWER' && <EditNote id={note.id} text={note.text} />}
                {(role === 'ADMIN' || (note.mine && role === 'EDITOR')) && <RemoveNote id={note.id} />}
              </div>
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

function Written({ note: { author, mine, createdAt, editedAt } }: { note: Note }) {
  return (
    <span>
      {author?.name ?? (mine ? 'you' : 'somebody who is gone')},{' '}
      <time dateTime={createdAt}>{minute(createdAt)}</time>
      {editedAt && (
        <>
          , edited <time dateTime={editedAt}>{minute(editedAt)}</time>
        </>
      )}
    </span>
  );
}

/** What a note is about, unless that is the page that shows it. */
function About({ note: { about }, experiment, shown }: { note: Note; experiment: string; shown: string }) {
  if (!about) return null;
  if (about.__typename === 'Neuron') {
    if (shown.endsWith(`/${about.ref}`)) return null;
    return (
      <Link href={neuronAddress(experiment, about.ref)} className="font-mono">
        {about.ref}
      </Link>
    );
  }
  if (about.__typename === 'Model') return <span>about {about.name}</span>;
  const words = wordsOf[about.__typename];
  return words ? <span>about {words}</span> : null;
}

const wordsOf: Partial<Record<NonNullable<Note['about']>['__typename'], string>> = {
  Visualization: 'a picture',
  Job: 'a job',
  Evaluation: 'an evaluation',
  SaliencyMap: 'a saliency map',
  ActivationGrid: 'an activation grid',
  SavedComparison: 'a saved comparison',
};
