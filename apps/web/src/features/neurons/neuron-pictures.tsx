import { displayName, type ModelLook } from '../models/family.ts';
import { ModelName } from '../models/model-name.tsx';
import { SteppedPicture } from '../viewer/stepped-picture.tsx';
import type { NeuronMember } from './read-neuron.ts';
import { RequestMissing } from './request-missing.tsx';
import { RequestPicture } from './request-picture.tsx';

interface NeuronPicturesProps {
  at: string;
  members: NeuronMember[];
  looks: Map<string, ModelLook>;
  /** How a missing picture is asked for. */
  recipe: { preset: string; seed: number };
}

/** The same neuron in every model of the family, side by side. */
export function NeuronPictures({ at, members, looks, recipe }: NeuronPicturesProps) {
  const lacking = members.flatMap(({ model, visualization }) => (visualization ? [] : [model.id]));
  return (
    <>
      {lacking.length > 1 && (
        <div className="mb-4">
          <RequestMissing models={lacking} at={at} {...recipe} />
        </div>
      )}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(9.5rem,100%),1fr))] gap-x-3 gap-y-6 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] 2xl:grid-cols-[repeat(auto-fill,minmax(20rem,1fr))]">
        {members.map(({ model, visualization }) => (
          <li key={model.id} className="max-w-96 text-xs">
            <div className="mb-1.5">
              <ModelName model={model} look={looks.get(model.id)!} />
            </div>
            {visualization ? (
              <SteppedPicture visualization={visualization} words={`${at} of ${displayName(model)}`} />
            ) : (
              <RequestPicture model={model} at={at} {...recipe} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
