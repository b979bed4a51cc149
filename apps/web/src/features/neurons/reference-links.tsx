import Link from 'next/link';
import { displayName } from '../models/family.ts';
import type { Family } from '../models/read-family.ts';
import { neuronAddress } from './address.ts';

interface ReferenceLinksProps {
  family: Family;
  at: string;
  /** Name of the model asked for; undefined compares each with its nearest relative. */
  against: string | undefined;
}

/** Chooses the model that all hash maps are compared with; the choice is part of the address. */
export function ReferenceLinks({ family, at, against }: ReferenceLinksProps) {
  const choices = [
    { name: undefined, words: 'sibling or parent' },
    ...family.models.nodes.map((model) => ({ name: model.name, words: displayName(model) })),
  ];
  return (
    <nav aria-label="Compare with" className="flex flex-wrap gap-x-4 gap-y-1">
      <span>against</span>
      {choices.map(({ name, words }) => (
        <Link
          key={words}
          href={neuronAddress(family.id, at, name)}
          scroll={false}
          aria-current={name === against ? 'true' : undefined}
          className="aria-[current]:text-ink aria-[current]:underline aria-[current]:underline-offset-4"
        >
          {words}
        </Link>
      ))}
    </nav>
  );
}
