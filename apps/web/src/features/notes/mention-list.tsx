import Link from 'next/link';
import { About } from './about.tsx';
import { NoteItem } from './note-item.tsx';
import type { MentionPage } from './read-notes.ts';

/** Notes of whatever experiments, each with the way to where it stands. */
export function MentionList({ notes }: { notes: MentionPage['nodes'] }) {
  return (
    <ul className="space-y-5 text-sm">
      {notes.map((note) => (
        <li key={note.id}>
          <NoteItem note={note}>
            <Link href={`/experiments/${note.experiment.id}`} prefetch={false} className="wrap-anywhere">
              {note.experiment.name}
            </Link>
            <About about={note.about} experiment={note.experiment.id} />
          </NoteItem>
        </li>
      ))}
    </ul>
  );
}
