import type { ReactNode } from 'react';
import { minute } from '../../ui/numbers.ts';
import { NoteText } from './note-text.tsx';
import type { Note } from './read-notes.ts';

interface NoteItemProps {
  note: Note;
  /** What stands behind its author and date. */
  children: ReactNode;
}

/** A note, and below it who wrote it and when. */
export function NoteItem({ note, children }: NoteItemProps) {
  const { author, mine, createdAt, editedAt } = note;
  return (
    <>
      <NoteText {...note} />
      <div className="mt-1 flex flex-wrap items-baseline gap-x-4 text-quiet text-xs">
        <span>
          {author?.name ?? (mine ? 'you' : 'somebody who is gone')},{' '}
          <time dateTime={createdAt}>{minute(createdAt)}</time>
          {editedAt && (
            <>
              , edited <time dateTime={editedAt}>{minute(editedAt)}</time>
            </>
          )}
        </span>
        {children}
      </div>
    </>
  );
}
