import Link from 'next/link';

/** With the parentheses, `split` keeps what it finds, at odd places. */
const savedAddress = /(\/saved\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/;

/** A text in which addresses of saved comparisons lead to them, here and nowhere else. */
export function WithSavedLinks({ text }: { text: string }) {
  return text.split(savedAddress).map((part, place) =>
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move.
      <Link key={place} href={part} prefetch={false} className="underline underline-offset-4">
        {part}
      </Link>
    ) : (
      part
    ),
  );
}
