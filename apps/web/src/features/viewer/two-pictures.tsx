'use client';

import { displayName, type ModelLook } from '../models/family.ts';
import { ModelName } from '../models/model-name.tsx';
import type { NeuronMember } from '../neurons/read-neuron.ts';
import { Difference } from './difference.tsx';
import { Flicker } from './flicker.tsx';
import { afterStep, pictureAfter } from './steps.ts';
import { useStep } from './steps-together.tsx';
import { Wipe } from './wipe.tsx';

const overlays = { wipe: Wipe, flicker: Flicker, difference: Difference };

interface TwoPicturesProps {
  at: string;
  two: [NeuronMember, NeuronMember];
  looks: Map<string, ModelLook>;
  shown: keyof typeof overlays;
}

/** The pictures of two models laid over each other, or whose picture is lacking. */
export function TwoPictures({ at, two, looks, shown }: TwoPicturesProps) {
  const chosen = useStep();
  const pictureOf = ({ model, visualization }: NeuronMember) => {
    const name = displayName(model);
    const after = visualization && pictureAfter(visualization, chosen);
    const words = afterStep(`${at} of ${name}`, after?.step ?? null);
    return { image: after?.visualization.image, name, words, lacking: after?.lacking };
  };
  const [a, b] = [pictureOf(two[0]), pictureOf(two[1])];
  if (!a.image || !b.image) {
    const lacking = [a, b].filter(({ image }) => !image).map(({ words }) => words);
    return (
      <p className="text-quiet text-sm">
        There is no picture of {lacking.join(' and ')} yet: side by side it can be asked for.
      </p>
    );
  }
  const Overlay = overlays[shown];
  return (
    <div className="max-w-xl">
      <p className="mb-2 flex justify-between text-xs">
        {two.map(({ model }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: first and second, which may be the same model.
          <ModelName key={place} model={model} look={looks.get(model.id)!} />
        ))}
      </p>
      <Overlay a={{ ...a, image: a.image }} b={{ ...b, image: b.image }} />
      {[a, b].map(
        ({ name, lacking }) =>
          lacking && (
            <p key={name} className="text-quiet text-xs">
              {name}: not kept after step {chosen}, the finished picture
            </p>
          ),
      )}
    </div>
  );
}
