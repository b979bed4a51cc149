import Link from 'next/link';

interface ViewLinksProps {
  /** What is chosen, for those who hear it. */
  label: string;
  /** The same, for those who see it. */
  words: string;
  choices: { words: string; chosen: boolean; address: string }[];
}

/** Ways to look at the same page, of which one is chosen. */
export function ViewLinks({ label, words, choices }: ViewLinksProps) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-4 gap-y-1">
      <span>{words}</span>
      {choices.map(({ words, chosen, address }) => (
        <Link
          key={words}
          href={address}
          scroll={false}
          prefetch={false}
          aria-current={chosen ? 'true' : undefined}
          className="aria-[current]:text-ink aria-[current]:underline aria-[current]:underline-offset-4"
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
