'use client';

import { Picture } from '../neurons/picture.tsx';
import type { NeuronMember } from '../neurons/read-neuron.ts';
import { afterStep, pictureAfter } from './steps.ts';
import { useStep } from './steps-together.tsx';
import { ZoomFrame } from './zoom-frame.tsx';

interface SteppedPictureProps {
  visualization: NonNullable<NeuronMember['visualization']>;
  /** What it shows. */
  words: string;
}

/** A picture as it was after the page's step, and how much it excites its neuron. */
export function SteppedPicture({ visualization: finished, words }: SteppedPictureProps) {
  const chosen = useStep();
  const { visualization, step, lacking } = pictureAfter(finished, chosen);
  return (
    <>
      <ZoomFrame>
        <Picture visualization={visualization} alt={afterStep(words, step)} className="w-full" />
      </ZoomFrame>
      <p className="mt-1.5 min-h-4 text-quiet">
        {describeActivation(visualization.activation)}
        {visualization.error && <span className="text-accent">{visualization.error}</span>}
      </p>
      {lacking && <p className="text-quiet">not kept after step {chosen}: the finished picture</p>}
    </>
  );
}

/** At 0 nothing moved the picture away from its start. */
function describeActivation(activation: number | null): string {
  if (activation === null) return '';
  return activation === 0
    ? 'silent: no picture that was tried excites it'
    : `activation ${activation.toFixed(2)}`;
}
