import { displayName } from '../models/family.ts';
import type { Family } from '../models/read-family.ts';
import { type NeuronView, neuronAddress } from './address.ts';
import { ViewLinks } from './view-links.tsx';

interface ReferenceLinksProps {
  family: Family;
  at: string;
  /** Without `against` each is compared with its nearest relative. */
  view: NeuronView;
}

/** Chooses the model that all hash maps are compared with; the choice is part of the address. */
export function ReferenceLinks({ family, at, view }: ReferenceLinksProps) {
  const choices = [
    { name: undefined, words: 'sibling or parent' },
    ...family.models.nodes.map((model) => ({ name: model.name, words: displayName(model) })),
  ];
  return (
    <ViewLinks
      label="Compare with"
      words="against"
      choices={choices.map(({ name, words }) => ({
        words,
        chosen: name === view.against,
        address: neuronAddress(family.id, at, { ...view, against: name }),
      }))}
    />
  );
}
