import type { Note } from './read-notes.ts';
import { WithSavedLinks } from './with-saved-links.tsx';

/** What somebody wrote, as they wrote it, with those it mentions marked and what it says is saved linked. */
export function NoteText({ text, mentions }: Pick<Note, 'text' | 'mentions'>) {
  // Places are counted in code points, as Array.from does.
  const characters = Array.from(text);
  const between = (start: number, end?: number) => characters.slice(start, end).join('');
  // Several of the same name are mentioned at one place.
  const places = [...new Map(mentions.map(({ start, end }) => [start, end]))];
  return (
    <p className="max-w-prose whitespace-pre-wrap break-words">
      <WithSavedLinks text={between(0, places[0]?.[0])} />
      {places.map(([start, end], index) => (
        <span key={start}>
          <mark className="bg-transparent font-semibold text-accent">{between(start, end)}</mark>
          <WithSavedLinks text={between(end, places[index + 1]?.[0])} />
        </span>
      ))}
    </p>
  );
}
