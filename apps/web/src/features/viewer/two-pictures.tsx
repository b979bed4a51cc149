import type { ModelIdentityFragment } from '@kindred/client';
import { displayName, type ModelLook } from '../models/family.ts';
import { ModelName } from '../models/model-name.tsx';
import type { NeuronMember } from '../neurons/read-neuron.ts';
import { Difference } from './difference.tsx';
import { Flicker } from './flicker.tsx';
import type { ChosenView } from './views.ts';
import { Wipe } from './wipe.tsx';

const overlays = { wipe: Wipe, flicker: Flicker, difference: Difference };

interface TwoPicturesProps {
  at: string;
  members: NeuronMember[];
  two: ChosenView['two'];
  looks: Map<string, ModelLook>;
  shown: keyof typeof overlays;
}

/** The pictures of two models laid over each other, or whose picture is lacking. */
export function TwoPictures({ at, members, two, looks, shown }: TwoPicturesProps) {
  const pictureOf = (model: ModelIdentityFragment) => ({
    image: members.find((member) => member.model.id === model.id)?.visualization?.image,
    name: displayName(model),
    words: `${at} of ${displayName(model)}`,
  });
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
        <ModelName model={two[0]} look={looks.get(two[0].id)!} />
        <ModelName model={two[1]} look={looks.get(two[1].id)!} />
      </p>
      <Overlay a={{ ...a, image: a.image }} b={{ ...b, image: b.image }} />
    </div>
  );
}
