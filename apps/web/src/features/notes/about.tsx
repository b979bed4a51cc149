import Link from 'next/link';
import type { ReactNode } from 'react';
import { savedAddress } from '../comparisons/saved-address.ts';
import { imageAddress } from '../images/image-view.ts';
import { neuronAddress } from '../neurons/address.ts';
import type { Note } from './read-notes.ts';

interface AboutProps {
  about: Note['about'];
  /** Id of the experiment that the note is in. */
  experiment: string;
}

/** What a note is about, and the way to its page where it has one; nothing for the experiment itself, or for what is gone. */
export function About({ about, experiment }: AboutProps) {
  const place = placeOf(about, experiment);
  if (!place) return null;
  const { words, address } = place;
  return <span>about {address ? <Link href={address}>{words}</Link> : words}</span>;
}

function placeOf(about: Note['about'], experiment: string): { words: ReactNode; address?: string } | null {
  switch (about?.__typename) {
    case 'Neuron':
      return {
        words: <span className="font-mono">{about.ref}</span>,
        address: neuronAddress(experiment, about.ref),
      };
    case 'Visualization': {
      const { ref } = about.neuron;
      return { words: `a picture of ${ref}`, address: neuronAddress(experiment, ref) };
    }
    case 'SaliencyMap':
      return { words: 'a saliency map', address: imageAddress(experiment, about.imageIndex) };
    case 'ActivationGrid':
      return { words: 'an activation grid', address: imageAddress(experiment, about.imageIndex) };
    case 'SavedComparison':
      return { words: 'a saved comparison', address: savedAddress(about.id) };
    case 'Model':
      return { words: about.name };
    case 'Job':
      return { words: 'a job' };
    case 'Evaluation':
      return { words: 'an evaluation' };
    default:
      return null;
  }
}
